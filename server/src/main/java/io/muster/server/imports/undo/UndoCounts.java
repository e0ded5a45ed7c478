package io.muster.server.imports.undo;

import io.muster.engine.undo.UndoOutcome;
import io.muster.engine.undo.WrittenRow;

/// Rows of an import by how their undoing ended, or would end.
///
/// @param removed rows that made a contact, which is gone
/// @param restored rows that changed a contact, whose former values are back or which is gone too
/// @param kept rows whose contact stays as it is
/// @param failed rows whose former values could not be written back
public record UndoCounts(long removed, long restored, long kept, long failed) {
    public static final UndoCounts NONE = new UndoCounts(0, 0, 0, 0);

    public long reverted() {
        return removed + restored;
    }

    public long done() {
        return reverted() + kept + failed;
    }

    public UndoCounts plus(UndoCounts more) {
        return new UndoCounts(
                removed + more.removed,
                restored + more.restored,
                kept + more.kept,
                failed + more.failed);
    }

    static UndoCounts of(Iterable<UndoneRow> rows) {
        UndoCounts counts = NONE;
        for (UndoneRow row : rows) {
            counts = counts.plus(of(row));
        }
        return counts;
    }

    private static UndoCounts of(UndoneRow row) {
        return switch (row.outcome()) {
            case UndoOutcome.Reverted _ ->
                    switch (row.row()) {
                        case WrittenRow.Made _ -> new UndoCounts(1, 0, 0, 0);
                        case WrittenRow.Changed _ -> new UndoCounts(0, 1, 0, 0);
                    };
            case UndoOutcome.Kept _ -> new UndoCounts(0, 0, 1, 0);
            case UndoOutcome.Failed _ -> new UndoCounts(0, 0, 0, 1);
        };
    }
}
