package io.muster.engine.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The start of a file, to try dialects on.
final class Sample {

    /// A record of the sample as some dialect cuts it.
    ///
    /// @param line the physical line, from 1, where it starts
    /// @param filled cells that are not blank
    record Row(long line, List<String> cells, int filled) {

        int width() {
            return cells.size();
        }
    }

    private static final String SEPARATOR_LINE = "sep=";

    private final byte[] bytes;
    private final Charset charset;
    private final boolean whole;
    private final String text;

    /// @param whole whether it is all of the file
    Sample(byte[] bytes, Charset charset, boolean whole) {
        this.bytes = bytes;
        this.charset = charset;
        this.whole = whole;
        String decoded = new String(bytes, charset);
        this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    boolean isWhole() {
        return whole;
    }

    /// Good enough to look at; where a byte is no text it holds a replacement.
    String text() {
        return text;
    }

    /// Whether the first line is the one by which spreadsheets are told the delimiter.
    boolean hasSeparatorLine() {
        String line = firstLine();
        return line.length() == SEPARATOR_LINE.length() + 1
                && line.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE)
                && !Character.isLetterOrDigit(separator())
                && separator() != '"';
    }

    /// The delimiter that the first line names.
    char separator() {
        return firstLine().charAt(SEPARATOR_LINE.length());
    }

    /// The first line without the quotes that some programs put around it; a tab at its end counts.
    private String firstLine() {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 2 && line.startsWith("\"") && line.endsWith("\"")
                ? line.substring(1, line.length() - 1)
                : line;
    }

    /// Cuts the sample. Records that cannot be read count as one cell, one that the sample's end
    /// cuts off is left out.
    List<Row> rows(char delimiter, char quote) throws IOException {
        int skip = hasSeparatorLine() ? 1 : 0;
        TextFormat format =
                new TextFormat(charset.name(), delimiter, quote, skip, HeaderMode.ABSENT);
        List<Row> rows = new ArrayList<>();
        try (CsvRecords records =
                new CsvRecords(new ByteArrayInputStream(bytes), format, Limits.DEFAULT)) {
            CsvRecords.Step step = records.next();
            while (step != CsvRecords.Step.END) {
                rows.add(row(records, step));
                step = records.next();
            }
        } catch (UnreadableFileException e) {
            return rows;
        }
        if (!whole && rows.size() > 1) {
            rows.removeLast();
        }
        return rows;
    }

    private static Row row(CsvRecords records, CsvRecords.Step step) {
        RowCells cells = records.cells();
        if (step != CsvRecords.Step.RECORD) {
            return new Row(records.feed().line(), List.of(records.refused()), 1);
        }
        List<String> texts = cells.cells(cells.count());
        int filled = (int) texts.stream().filter(cell -> !cell.isEmpty()).count();
        return new Row(records.feed().line(), texts, filled);
    }
}
