package io.muster.engine.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.muster.engine.file.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Columns of a small CSV file for tests, without anything that detects or limits.
final class SampleFile {

    private SampleFile() {}

    /// Columns of a resource whose header row has the name given.
    static List<Column> columns(String resource, String encoding, char delimiter, String header) {
        try (InputStream in =
                Objects.requireNonNull(SampleFile.class.getResourceAsStream(resource))) {
            return columns(
                    new String(in.readAllBytes(), Charset.forName(encoding)), delimiter, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Column> columns(String csv, char delimiter, String firstHeader) {
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(csv.replace("\uFEFF", ""))) {
            records = reader.stream().dropWhile(r -> !r.getField(0).equals(firstHeader)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Column> columns = new ArrayList<>();
        List<String> header = records.getFirst().getFields();
        List<CsvRecord> rows = records.subList(1, records.size());
        for (int i = 0; i < header.size(); i++) {
            columns.add(column(i, header.get(i), rows));
        }
        return columns;
    }

    private static Column column(int index, String name, List<CsvRecord> rows) {
        List<String> filled =
                rows.stream()
                        .filter(row -> row.getFieldCount() > index)
                        .map(row -> row.getField(index).strip())
                        .filter(cell -> !cell.isEmpty())
                        .toList();
        double fillRate = rows.isEmpty() ? 0 : (double) filled.size() / rows.size();
        return new Column(index, name, filled.stream().distinct().limit(5).toList(), fillRate);
    }
}
