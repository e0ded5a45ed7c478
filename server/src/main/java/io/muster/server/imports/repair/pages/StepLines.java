package io.muster.server.imports.repair.pages;

import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.repair.RepairStep;
import java.util.List;

/// The latest steps of the work on the rows.
///
/// @param latest the last one first
/// @param earlier how many came before these
public record StepLines(List<StepLine> latest, int earlier) {
    private static final int SHOWN = 20;

    /// @param steps in their order
    public static StepLines of(List<RepairStep> steps, FieldNames names) {
        List<StepLine> latest =
                steps.reversed().stream()
                        .limit(SHOWN)
                        .map(step -> StepLine.of(step, names))
                        .toList();
        return new StepLines(latest, steps.size() - latest.size());
    }

    public boolean isEmpty() {
        return latest.isEmpty();
    }

    public int count() {
        return latest.size() + earlier;
    }

    public StepLine last() {
        return latest.getFirst();
    }
}
