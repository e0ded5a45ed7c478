package io.muster.engine.file;

import io.muster.engine.outcome.Info;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bytes and rows as text that shows everything: `\n`, `\r`, `\t`, `\0`, `\\`, and `\xE9` for a
/// byte.
final class Visible {

    private Visible() {}

    static byte[] bytes(String visible, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < visible.length(); ) {
            char c = visible.charAt(i);
            if (c == '\\' && visible.charAt(i + 1) == 'x') {
                bytes.write(Integer.parseInt(visible.substring(i + 2, i + 4), 16));
                i += 4;
            } else if (c == '\\') {
                bytes.writeBytes(String.valueOf(plain(visible.charAt(i + 1))).getBytes(charset));
                i += 2;
            } else {
                String text = Character.toString(visible.codePointAt(i));
                bytes.writeBytes(text.getBytes(charset));
                i += text.length();
            }
        }
        return bytes.toByteArray();
    }

    private static char plain(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case '\\' -> '\\';
            default -> throw new IllegalArgumentException("no such escape: \\" + escaped);
        };
    }

    /// `2@3 a|b <SHORT_ROW>`: number, physical line, cells, codes.
    static String row(SourceRow row) {
        String place = row.number() + "@" + row.line() + " ";
        return place
                + switch (row) {
                    case SourceRow.Filled(_, _, var cells, var warnings) when warnings.isEmpty() ->
                            cells(cells);
                    case SourceRow.Filled(_, _, var cells, var warnings) ->
                            cells(cells) + " <" + codes(warnings) + ">";
                    case SourceRow.Blank _ -> "blank";
                    case SourceRow.Unreadable(_, _, var cells, var info) ->
                            codes(info) + " <" + cells(cells) + ">";
                };
    }

    private static String codes(List<Info> info) {
        return String.join(" ", info.stream().map(i -> i.code().name()).toList());
    }

    private static String cells(List<String> cells) {
        return String.join("|", cells)
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /// `UTF-8 , " 0 PRESENT`, with `\t` for a tab; `[Contacts] 0 PRESENT` for a sheet.
    static String format(FileFormat format) {
        String rest = " %d %s".formatted(format.skipLines(), format.header());
        return switch (format) {
            case SheetFormat sheet -> "[" + sheet.sheet() + "]" + rest;
            case TextFormat text ->
                    text.charset()
                            + " "
                            + (text.delimiter() == '\t' ? "\\t" : text.delimiter())
                            + " "
                            + text.quote()
                            + rest;
        };
    }

    static FileFormat format(String visible) {
        int sheet = visible.indexOf("] ");
        String[] parts = visible.substring(sheet < 0 ? 0 : sheet + 2).split(" ", -1);
        int skipLines = Integer.parseInt(parts[parts.length - 2]);
        HeaderMode header = HeaderMode.valueOf(parts[parts.length - 1]);
        return sheet > 0
                ? new SheetFormat(visible.substring(1, sheet), skipLines, header)
                : new TextFormat(
                        parts[0],
                        parts[1].equals("\\t") ? '\t' : parts[1].charAt(0),
                        parts[2].charAt(0),
                        skipLines,
                        header);
    }

    /// Everything that a reader delivers until its end or its failure.
    record Reading(
            List<String> headers, List<SourceRow> rows, @Nullable UnreadableFileException failure) {

        static Reading of(FileSource source, FileFormat format, Limits limits) throws Exception {
            List<SourceRow> rows = new ArrayList<>();
            try (RowReader reader = RowReaders.open(source, format, limits)) {
                try {
                    for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                        rows.add(row);
                    }
                    return new Reading(reader.headers(), rows, null);
                } catch (UnreadableFileException e) {
                    return new Reading(reader.headers(), rows, e);
                }
            }
        }
    }
}
