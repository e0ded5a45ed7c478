package io.muster.server.imports.repair;

import io.muster.server.imports.store.RepairStore.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of the work on an import's rows, as people and programs see it.
///
/// @param attempt that takes it up
/// @param fix what it does; null for steps that are about single rows
/// @param row the one that it is about; null for steps about many
/// @param rows how many were meant when it was made
/// @param undoable whether it is the next that can be undone
public record RepairStep(
        long number,
        int attempt,
        Kind kind,
        @Nullable BulkFix fix,
        @Nullable Long row,
        long rows,
        String madeBy,
        Instant madeAt,
        @Nullable Instant undoneAt,
        boolean undoable) {

    /// Whether it was not undone.
    public boolean stands() {
        return undoneAt == null;
    }
}
