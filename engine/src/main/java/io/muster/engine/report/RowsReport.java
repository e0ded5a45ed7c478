package io.muster.engine.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes rows of an import as CSV.
///
/// Cells that a spreadsheet would run are neutralised; a reader of this project takes them back as
/// they were.
public final class RowsReport implements RowsFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvWriter csv;
    private final int columns;
    private final String importId;

    /// @param headers the columns of the imported file
    /// @param importId by which a file that comes back is known again
    public RowsReport(Writer out, List<String> headers, String importId) {
        this.columns = headers.size();
        this.importId = importId;
        try {
            // Spreadsheets take a file without it for one in their own code page.
            out.write(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv = CsvWriter.builder().build(out);
        List<String> all = new ArrayList<>(headers.stream().map(FormulaGuard::neutralise).toList());
        all.addAll(ADDED);
        csv.writeRecord(all);
    }

    @Override
    public void row(
            long number, String result, List<String> cells, List<Info> info, Set<Integer> marked) {
        List<String> all = new ArrayList<>(columns + ADDED.size());
        for (int i = 0; i < columns; i++) {
            all.add(i < cells.size() ? FormulaGuard.neutralise(cells.get(i)) : "");
        }
        RowsFile.added(number, result, cells, info, columns, importId).stream()
                .map(FormulaGuard::neutralise)
                .forEach(all::add);
        csv.writeRecord(all);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
