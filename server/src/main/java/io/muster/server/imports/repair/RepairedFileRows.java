package io.muster.server.imports.repair;

import io.muster.engine.file.FormulaGuard;
import io.muster.engine.file.Headers;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.outcome.Code;
import io.muster.engine.report.RowsFile;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a repaired file as rows of its import. Columns are known by their headers, in any order;
/// columns that the import has not are left alone, and so are those that the file lacks.
final class RepairedFileRows {
    private final Import of;
    private final RowReader reader;
    private final int rowColumn;
    private final int importColumn;
    private final Map<Integer, Integer> columns = new TreeMap<>();
    private final Set<Integer> unnamed = new HashSet<>();
    private final int width;
    private final BitSet seen;
    private long count;

    /// A row of the file.
    ///
    /// @param number of the row of the import that it stands for
    /// @param beyond what stands in columns without a header: cells that had no column in the
    ///   imported file either, or the text of a row that could not be told apart
    record Line(long number, List<String> cells, List<String> beyond) {}

    /// @param seen rows that another sheet of the file stands for, to which come those of this one
    /// @throws ApiProblem 422 when the file does not say which rows it holds
    RepairedFileRows(Import of, RowReader reader, BitSet seen) {
        this.of = of;
        this.reader = reader;
        this.seen = seen;
        List<String> headers = reader.headers().stream().map(FormulaGuard::restore).toList();
        this.rowColumn = RowsFile.place(headers, RowsFile.ROW);
        this.importColumn = RowsFile.place(headers, RowsFile.IMPORT);
        this.width = headers.size();
        if (rowColumn < 0) {
            throw refused(
                    "The file has no column “%s”, so its rows cannot be told. Download the error file again, or import this one as a new file."
                            .formatted(RowsFile.ROW));
        }
        for (ImportColumn column : of.columns()) {
            int at = headers.indexOf(column.name());
            if (at >= 0) {
                columns.put(column.index(), at);
            }
        }
        for (int i = 0; i < width; i++) {
            if (headers.get(i).equals(Headers.unnamed(i)) && !columns.containsValue(i)) {
                unnamed.add(i);
            }
        }
    }

    /// Where the columns of the import stand in the file.
    Map<Integer, Integer> columns() {
        return columns;
    }

    /// Rows read so far.
    long count() {
        return count;
    }

    /// The next row; null after the last.
    ///
    /// @throws ApiProblem 422 naming the line that cannot be placed
    @Nullable Line next() throws IOException, UnreadableFileException {
        SourceRow row = reader.next();
        while (row instanceof SourceRow.Blank) {
            row = reader.next();
        }
        if (row instanceof SourceRow.Unreadable unreadable && !isMerelyLong(unreadable)) {
            throw refused(
                    "Line %d cannot be read. %s"
                            .formatted(row.line(), unreadable.info().getFirst().message()));
        }
        if (row == null) {
            return null;
        }
        count++;
        requireOwn(row);
        return new Line(number(row), row.cells(), beyond(row.cells()));
    }

    private static boolean isMerelyLong(SourceRow.Unreadable row) {
        return row.info().stream().allMatch(info -> info.code() == Code.LONG_ROW);
    }

    private List<String> beyond(List<String> cells) {
        List<String> beyond = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i >= width || unnamed.contains(i)) {
                beyond.add(cells.get(i));
            }
        }
        return beyond;
    }

    private void requireOwn(SourceRow row) {
        String id = importColumn < 0 ? "" : row.cells().get(importColumn);
        if (!id.isEmpty() && !id.equals(of.id().toString())) {
            throw refused(
                    "Line %d belongs to another import. Upload the error file of each import by itself."
                            .formatted(row.line()));
        }
    }

    private long number(SourceRow row) {
        String text = row.cells().get(rowColumn);
        int number;
        try {
            number = Integer.parseInt(text.replaceFirst("\\.0+$", ""));
        } catch (NumberFormatException e) {
            number = 0;
        }
        if (number < 1 || number > of.processed()) {
            throw refused(
                    "Line %d has no number of a row in the column “%s”. Put new contacts into a file of their own."
                            .formatted(row.line(), RowsFile.ROW));
        }
        if (seen.get(number)) {
            throw refused(
                    "Line %d stands for row %d, which came before. Keep one of the two."
                            .formatted(row.line(), number));
        }
        seen.set(number);
        return number;
    }

    private static ApiProblem refused(String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError("file", Code.INVALID_OPTION.name(), message)));
    }
}
