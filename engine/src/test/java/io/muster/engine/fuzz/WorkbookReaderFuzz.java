package io.muster.engine.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.engine.file.FileSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The parts of a workbook: rows, shared strings and styles, set apart by a line with a tilde.
///
/// A fuzzer would not find its way through checksums and compression, so the archive is made here.
public final class WorkbookReaderFuzz {

    private static final String RELATIONSHIP =
            "<Relationship Id=\"%s\" Type=\"x/%s\" Target=\"%s\"/>";

    private WorkbookReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Reads.detected(FileSource.of(workbook(parts(data))));
    }

    private static List<byte[]> parts(byte[] data) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i + 1 < data.length && parts.size() < 2; i++) {
            if (data[i] == '~' && data[i + 1] == '\n') {
                parts.add(Arrays.copyOfRange(data, from, i));
                from = i + 2;
            }
        }
        parts.add(Arrays.copyOfRange(data, from, data.length));
        while (parts.size() < 3) {
            parts.add(new byte[0]);
        }
        return parts;
    }

    private static byte[] workbook(List<byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            part(
                    zip,
                    "_rels/.rels",
                    relationships(RELATIONSHIP.formatted("r", "officeDocument", "w.xml")));
            part(
                    zip,
                    "w.xml",
                    "<workbook><sheets><sheet name=\"S\" id=\"r1\"/></sheets></workbook>"
                            .getBytes(UTF_8));
            part(
                    zip,
                    "_rels/w.xml.rels",
                    relationships(
                            RELATIONSHIP.formatted("r1", "worksheet", "s.xml")
                                    + RELATIONSHIP.formatted("r2", "sharedStrings", "t.xml")
                                    + RELATIONSHIP.formatted("r3", "styles", "f.xml")));
            part(
                    zip,
                    "s.xml",
                    wrapped("<worksheet><sheetData>", parts.get(0), "</sheetData></worksheet>"));
            part(zip, "t.xml", wrapped("<sst>", parts.get(1), "</sst>"));
            part(zip, "f.xml", wrapped("<styleSheet>", parts.get(2), "</styleSheet>"));
        }
        return bytes.toByteArray();
    }

    private static byte[] relationships(String content) {
        return ("<Relationships>" + content + "</Relationships>").getBytes(UTF_8);
    }

    private static byte[] wrapped(String start, byte[] content, String end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(start.getBytes(UTF_8));
        bytes.write(content);
        bytes.write(end.getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
