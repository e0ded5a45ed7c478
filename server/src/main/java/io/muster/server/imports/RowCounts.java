package io.muster.server.imports;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.outcome.Result;

/// Rows by what became of them. Warnings are counted apart: a warned row is also one of the others.
public record RowCounts(
        long created, long updated, long unchanged, long skipped, long failed, long warnings) {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0);

    public long processed() {
        return created + updated + unchanged + skipped + failed;
    }

    public long successes() {
        return created + updated + unchanged;
    }

    public RowCounts plus(RowCounts more) {
        return new RowCounts(
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                skipped + more.skipped,
                failed + more.failed,
                warnings + more.warnings);
    }

    public RowCounts minus(RowCounts fewer) {
        return new RowCounts(
                created - fewer.created,
                updated - fewer.updated,
                unchanged - fewer.unchanged,
                skipped - fewer.skipped,
                failed - fewer.failed,
                warnings - fewer.warnings);
    }

    /// A single row.
    ///
    /// @param remarked whether there is anything to say about it
    public static RowCounts of(Action action, boolean remarked) {
        return new RowCounts(
                action == Action.CREATED ? 1 : 0,
                action == Action.UPDATED ? 1 : 0,
                action == Action.UNCHANGED ? 1 : 0,
                action == Action.SKIPPED ? 1 : 0,
                action == Action.NONE ? 1 : 0,
                remarked && Effect.of(action) == Effect.WARNS ? 1 : 0);
    }

    public static RowCounts of(Iterable<Outcome> outcomes) {
        long[] byAction = new long[Action.values().length];
        long warnings = 0;
        for (Outcome outcome : outcomes) {
            byAction[outcome.action().ordinal()]++;
            warnings +=
                    outcome instanceof Outcome.Placed && outcome.result() == Result.WARNING ? 1 : 0;
        }
        return new RowCounts(
                byAction[Action.CREATED.ordinal()],
                byAction[Action.UPDATED.ordinal()],
                byAction[Action.UNCHANGED.ordinal()],
                byAction[Action.SKIPPED.ordinal()],
                byAction[Action.NONE.ordinal()],
                warnings);
    }
}
