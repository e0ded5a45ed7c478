package io.muster.engine.file;

import io.muster.engine.outcome.Code;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Refuses what is no text, judged by the content and never by the file's name.
final class ContentCheck {

    /// The first bytes of a kind of file, and what to say of it.
    private record Signature(String bytes, String message) {}

    private static final String SAVE_AS = " Open it in a spreadsheet and save it as CSV (UTF-8).";

    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature(
                            "%PDF-",
                            "This is a PDF document, not a table. Export your contacts as CSV or XLSX."),
                    new Signature(
                            "\u001F\u008B",
                            "This is a GZIP file, not a table. Unpack it and upload the file inside."),
                    new Signature(
                            "\u0089PNG",
                            "This is a picture, not a table. Export your contacts as CSV or XLSX."),
                    new Signature(
                            "\u00FF\u00D8\u00FF",
                            "This is a picture, not a table. Export your contacts as CSV or XLSX."),
                    new Signature(
                            "{\\rtf",
                            "This is a text document, not a table. Export your contacts as CSV or XLSX."),
                    new Signature(
                            "BEGIN:VCARD",
                            "This is a vCard file, not a table. Export your contacts as CSV or XLSX."));

    private static final List<String> MARKUP = List.of("<!doctype", "<html", "<?xml", "<table");

    private static final int FEW_CONTROLS = 8;
    private static final double CONTROL_SHARE = 0.05;
    private static final int LOOK_FOR_MARKUP = 256;

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private ContentCheck() {}

    /// Whether the file is packed, as workbooks are.
    static boolean isArchive(byte[] head) {
        return head.length >= ARCHIVE.length
                && Arrays.equals(head, 0, ARCHIVE.length, ARCHIVE, 0, ARCHIVE.length);
    }

    static void requireText(byte[] head, Charset charset) throws UnreadableFileException {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        for (Signature signature : SIGNATURES) {
            if (bytes.startsWith(signature.bytes())) {
                throw new UnreadableFileException(Code.NOT_A_TABLE, 0, signature.message());
            }
        }
        String start =
                bytes.substring(0, Math.min(bytes.length(), LOOK_FOR_MARKUP))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        if (MARKUP.stream().anyMatch(start::startsWith)) {
            throw new UnreadableFileException(
                    Code.NOT_A_TABLE, 0, "This is a web page or XML, not a table." + SAVE_AS);
        }
        long controls = new String(head, charset).chars().filter(ContentCheck::isControl).count();
        if (controls >= FEW_CONTROLS && controls > CONTROL_SHARE * head.length) {
            throw new UnreadableFileException(Code.NOT_A_TABLE);
        }
    }

    private static boolean isControl(int c) {
        return c < ' ' && !CellText.isSpace((char) c);
    }
}
