package io.muster.server.imports.repair;

import io.muster.engine.repair.RowEdit;
import io.muster.engine.repair.Step;
import io.muster.server.imports.store.RepairStore.Kind;
import io.muster.server.imports.store.RepairStore.StoredEdit;
import io.muster.server.imports.store.RepairStore.StoredStep;
import io.muster.server.platform.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The steps of an import that stand, in their order.
///
/// A step is for rows whose outcome comes from an earlier attempt than the one that takes it up. So
/// a row that an attempt did not reach is read through the steps before it once more the next time,
/// and one that it did reach is not.
final class Steps {

    private record Fixed(int attempt, Step.Fixed step) {}

    private final List<Fixed> fixes = new ArrayList<>();
    private boolean edited;

    Steps(List<StoredStep> stored) {
        this(stored, List.of());
    }

    /// @param trial fixes that nobody has made yet, as if they came after all others
    Steps(List<StoredStep> stored, List<BulkFix> trial) {
        for (StoredStep step : stored) {
            if (step.undoneAt() == null) {
                edited |= step.kind() != Kind.FIX;
                if (step.fix() != null) {
                    fixes.add(
                            new Fixed(
                                    step.attempt(),
                                    fixed(step.number(), Json.read(step.fix(), BulkFix.class))));
                }
            }
        }
        trial.forEach(fix -> fixes.add(new Fixed(Integer.MAX_VALUE, fixed(Long.MAX_VALUE, fix))));
    }

    private static Step.Fixed fixed(long number, BulkFix fix) {
        FixReader.Read read = FixReader.read(fix);
        return new Step.Fixed(number, read.scope(), read.fix());
    }

    boolean isEmpty() {
        return fixes.isEmpty() && !edited;
    }

    /// Whether any of them is about single rows, which must be looked up.
    boolean hasEdits() {
        return edited;
    }

    /// Those that are for a row.
    ///
    /// @param base the attempt that its outcome comes from; 0 before the first
    /// @param edits of the row itself
    List<Step> of(int base, List<StoredEdit> edits) {
        List<Step> steps = new ArrayList<>();
        for (Fixed fix : fixes) {
            if (fix.attempt() > base) {
                steps.add(fix.step());
            }
        }
        for (StoredEdit edit : edits) {
            if (edit.attempt() > base) {
                steps.add(
                        new Step.Edited(
                                edit.step(),
                                edit.dropped()
                                        ? new RowEdit.Drop()
                                        : new RowEdit.Cells(edit.cells())));
            }
        }
        steps.sort(Comparator.comparingLong(Step::number));
        return steps;
    }
}
