package io.muster.engine.report;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file of rows in the shape of the imported one, with what happened to each behind its own
/// cells.
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
            List.of(ROW, "Muster result", "Muster code", "Muster field", "Muster message", IMPORT);

    /// Why the cells of a row are not what its file says.
    Set<Code> UNREAD =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Code.STRAY_QUOTE,
                            Code.UNDECODABLE,
                            Code.CONTROL_CHARACTER,
                            Code.CELL_TOO_LONG,
                            Code.ROW_TOO_LONG));

    /// @param result in words, such as "failed"
    /// @param cells as they stand; fewer or more than the headers where the row was like that
    /// @param marked columns of the cells that are at fault
    void row(long number, String result, List<String> cells, List<Info> info, Set<Integer> marked)
            throws IOException;

    @Override
    void close() throws IOException;

    /// What stands in the added columns and behind them.
    ///
    /// @param columns how many the imported file has
    static List<String> added(
            long number,
            String result,
            List<String> cells,
            List<Info> info,
            int columns,
            String importId) {
        Stream<String> added =
                Stream.of(
                        Long.toString(number),
                        result,
                        joined(info, one -> one.code().name()),
                        joined(info, one -> Objects.requireNonNullElse(one.field(), "")),
                        joined(info, Info::message),
                        importId);
        return Stream.concat(added, beyond(cells, info, columns)).toList();
    }

    /// Where one of the added columns stands: the last of its name, as an imported error file has
    /// some of its own.
    ///
    /// @return -1 where there is none
    public static int place(List<String> headers, String name) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).equals(name) || headers.get(i).startsWith(name + " (")) {
                return i;
            }
        }
        return -1;
    }

    /// A part of each remark in one cell, none twice.
    public static String joined(List<Info> info, Function<Info, String> part) {
        return info.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// What stands behind the added columns: cells that have no column, or the text of a row that
    /// could not be told apart into cells. So nothing is lost, and the row is as wrong as before
    /// when the file comes back as it is.
    private static Stream<String> beyond(List<String> cells, List<Info> info, int columns) {
        return cells.size() > columns
                ? cells.stream().skip(columns)
                : info.stream()
                        .filter(one -> UNREAD.contains(one.code()))
                        .map(one -> Objects.requireNonNullElse(one.value(), one.message()))
                        .limit(1);
    }
}
