package io.muster.server.imports.undo.store;

import io.muster.server.imports.store.StagedRows;
import io.muster.server.imports.undo.UndoResult;
import io.muster.server.imports.undo.UndoneRow;
import io.muster.server.platform.BinaryCopy;
import io.muster.server.platform.Json;
import java.util.List;
import java.util.UUID;

/// The log lines of an undone batch, laid out for the database. What was undone stands in the line
/// of the import; this one says how that ended.
final class StagedUndo {
    private static final int TYPICAL_ROW = 96;

    private StagedUndo() {}

    /// @return rows in the order of [StagedRows#COLUMNS], in binary COPY format
    static byte[] of(UUID delivery, List<UndoneRow> rows) {
        BinaryCopy copy = new BinaryCopy(rows.size() * TYPICAL_ROW);
        for (UndoneRow row : rows) {
            UndoResult result = UndoResult.of(row.outcome());
            copy.row(StagedRows.COUNT)
                    .uuid(delivery)
                    .bigint(row.row().number())
                    .text(result.logged())
                    .text(result.action())
                    .text(null)
                    .uuid(row.row().contact())
                    .text(null)
                    .text(null)
                    .text(null)
                    .text(null)
                    .jsonb(row.outcome().info().isEmpty() ? null : Json.write(row.outcome().info()))
                    .jsonb(null)
                    .jsonb(null);
        }
        return copy.done();
    }
}
