package io.muster.server.imports.undo;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.undo.UndoOutcome;
import io.muster.server.imports.Effect;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.run.IssueTally;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What undoing a batch comes to.
///
/// @param rows the newest first
/// @param removed contacts that go
record UndoneBatch(
        WrittenBatch of, List<UndoneRow> rows, Set<UUID> removed, List<RestoredContact> restored) {

    UndoCounts counts() {
        return UndoCounts.of(rows);
    }

    List<IssueCount> issues() {
        IssueTally tally = new IssueTally();
        rows.forEach(row -> tally.add(row.row().number(), effect(row), row.outcome().info()));
        return tally.issues();
    }

    private static Effect effect(UndoneRow row) {
        return switch (row.outcome()) {
            case UndoOutcome.Reverted _, UndoOutcome.Kept _ -> Effect.WARNS;
            case UndoOutcome.Failed _ -> Effect.FAILS;
        };
    }

    /// The same after the database refused to write some of the contacts: what was to be undone of
    /// them fails.
    UndoneBatch without(Set<UUID> refused) {
        if (refused.isEmpty()) {
            return this;
        }
        List<UndoneRow> left =
                rows.stream()
                        .map(row ->
                                row.outcome() instanceof UndoOutcome.Reverted
                                                && refused.contains(row.row().contact())
                                        ? new UndoneRow(
                                                row.row(),
                                                new UndoOutcome.Failed(
                                                        Info.of(Code.NOT_RESTORABLE)))
                                        : row)
                        .toList();
        return new UndoneBatch(of, left, removed, restored);
    }
}
