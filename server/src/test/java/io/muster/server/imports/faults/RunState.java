package io.muster.server.imports.faults;

import io.muster.server.imports.RowCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/// How far an import is, as the database has it.
///
/// @param cursor the last row with an outcome
/// @param epoch how often it was taken over
record RunState(String status, long cursor, long epoch, RowCounts counts) {
    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");

    static final String SELECT =
            """
            select status, cursor_row, epoch, created_rows, updated_rows, unchanged_rows, skipped_rows, failed_rows,
                   warning_rows
              from import where id = :id
            """;

    static RunState read(ResultSet row, int number) throws SQLException {
        return new RunState(
                row.getString("status"),
                row.getLong("cursor_row"),
                row.getLong("epoch"),
                new RowCounts(
                        row.getLong("created_rows"),
                        row.getLong("updated_rows"),
                        row.getLong("unchanged_rows"),
                        row.getLong("skipped_rows"),
                        row.getLong("failed_rows"),
                        row.getLong("warning_rows")));
    }

    boolean isFinished() {
        return FINISHED.contains(status);
    }
}
