package io.muster.server.imports.repair.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.repair.BulkFix;
import io.muster.server.imports.repair.RepairStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of the work on an import's rows.
///
/// @param kind `edit`, `fix`, `file` or `resolve`
/// @param attempt that takes it up
/// @param row the one that it is about; null for steps about many
/// @param rows how many were meant
/// @param undoable whether it can be undone now; steps are undone from the last one on
@JsonInclude(JsonInclude.Include.ALWAYS)
record StepView(
        long number,
        String kind,
        int attempt,
        @Nullable BulkFix fix,
        @Nullable Long row,
        long rows,
        String madeBy,
        Instant madeAt,
        @Nullable Instant undoneAt,
        boolean undoable) {

    static StepView of(RepairStep step) {
        return new StepView(
                step.number(),
                step.kind().text(),
                step.attempt(),
                step.fix(),
                step.row(),
                step.rows(),
                step.madeBy(),
                step.madeAt(),
                step.undoneAt(),
                step.undoable());
    }
}
