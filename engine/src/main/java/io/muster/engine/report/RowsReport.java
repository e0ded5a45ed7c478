package io.muster.engine.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes rows of an import in the shape of its file, with what happened to each behind its own
/// cells.
///
/// Cells that a spreadsheet would run are neutralised; a reader of this project takes them back as
/// they were.
public final class RowsReport implements AutoCloseable {
    /// Names of the columns that are added, in their order.
    public static final List<String> ADDED =
            List.of("Muster row", "Muster result", "Muster code", "Muster field", "Muster message");

    /// Why the cells of a row are not what its file says.
    private static final Set<Code> UNREAD =
            EnumSet.of(
                    Code.STRAY_QUOTE,
                    Code.UNDECODABLE,
                    Code.CONTROL_CHARACTER,
                    Code.CELL_TOO_LONG,
                    Code.ROW_TOO_LONG);

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvWriter csv;
    private final int columns;

    /// @param headers the columns of the imported file
    public RowsReport(Writer out, List<String> headers) {
        this.columns = headers.size();
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

    /// @param result in words, such as "failed"
    /// @param cells as they stand in the file; fewer or more than its headers where the row was
    ///   like that. What is more goes behind the added columns, so that nothing is lost and the row
    ///   is still too long when the file comes back as it is
    public void row(long number, String result, List<String> cells, List<Info> info) {
        List<String> all = new ArrayList<>(columns + ADDED.size());
        for (int i = 0; i < columns; i++) {
            all.add(i < cells.size() ? FormulaGuard.neutralise(cells.get(i)) : "");
        }
        all.add(Long.toString(number));
        all.add(result);
        all.add(joined(info, one -> one.code().name()));
        all.add(joined(info, one -> Objects.requireNonNullElse(one.field(), "")));
        all.add(FormulaGuard.neutralise(joined(info, Info::message)));
        cells.stream().skip(columns).map(FormulaGuard::neutralise).forEach(all::add);
        if (cells.size() <= columns) {
            unread(info).map(FormulaGuard::neutralise).forEach(all::add);
        }
        csv.writeRecord(all);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /// The text of a row that could not be told apart into cells. Without it the row would pass for
    /// a shorter one.
    private static Stream<String> unread(List<Info> info) {
        return info.stream()
                .filter(one -> UNREAD.contains(one.code()))
                .map(one -> Objects.requireNonNullElse(one.value(), one.message()))
                .limit(1);
    }

    private static String joined(List<Info> info, Function<Info, String> part) {
        return info.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
