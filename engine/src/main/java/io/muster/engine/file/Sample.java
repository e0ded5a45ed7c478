package io.muster.engine.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The decoded start of a file, to try dialects on.
///
/// @param whole whether it is all of the file
record Sample(String text, boolean whole) {

    /// A record of the sample as some dialect cuts it.
    ///
    /// @param line the physical line, from 1, where it starts
    record Row(long line, List<String> cells) {

        int width() {
            return cells.size();
        }

        /// Cells that are not blank.
        int filled() {
            return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }

    private static final String SEPARATOR_LINE = "sep=";

    static Sample of(String decoded, boolean whole) {
        return new Sample(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded, whole);
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

    /// Cuts the sample leniently. A record that the sample's end cuts off is left out.
    List<Row> rows(char delimiter, char quote) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(delimiter, quote)) {
            reader.forEach(r -> rows.add(new Row(r.getStartingLineNumber(), r.getFields())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!whole && rows.size() > 1) {
            rows.removeLast();
        }
        if (hasSeparatorLine() && !rows.isEmpty()) {
            rows.removeFirst();
        }
        return rows;
    }

    private CsvReader<CsvRecord> reader(char delimiter, char quote) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text);
    }
}
