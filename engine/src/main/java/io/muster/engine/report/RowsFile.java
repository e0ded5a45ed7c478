package io.muster.engine.report;

import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A file of rows in the shape of the imported one, with what happened to each behind its own cells.
///
/// The columns that are added tell a reader of this project which row of which import each one is,
/// so that a file that comes back repaired is known again.
public interface RowsFile extends AutoCloseable {

    /// Counts the rows of the imported file.
    String ROW = "Muster row";

    /// The id of the import.
    String IMPORT = "Muster import";

    /// Names of the columns that are added, in their order.
    List<String> ADDED =
            List.of(
                    ROW,
                    "Muster result",
                    "Muster code",
                    "Muster field",
                    "Muster message",
                    IMPORT);

    /// @param result in words, such as "failed"
    /// @param cells as they stand; fewer or more than the headers where the row was like that
    /// @param marked columns of the cells that are at fault
    void row(
            long number, String result, List<String> cells, List<Info> info, Set<Integer> marked)
            throws IOException;

    @Override
    void close() throws IOException;

    /// What stands in the added columns.
    ///
    /// @param columns how many the imported file has
    static List<String> added(
            long number,
            String result,
            List<String> cells,
            List<Info> info,
            int columns,
            String importId) {
        return List.of(
                Long.toString(number),
                result,
                joined(info, one -> one.code().name()),
                joined(info, one -> Objects.requireNonNullElse(one.field(), "")),
                joined(info, Info::message) + beyond(cells, columns),
                importId);
    }

    private static String joined(List<Info> info, Function<Info, String> part) {
        return info.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// Cells that have no column, which would otherwise be lost without a word.
    private static String beyond(List<String> cells, int columns) {
        String rest =
                cells.stream()
                        .skip(columns)
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> "“" + cell + "”")
                        .collect(Collectors.joining(", "));
        return rest.isEmpty()
                ? ""
                : " Beyond the last column stands "
                        + rest
                        + "; uploading this row repaired leaves that out.";
    }
}
