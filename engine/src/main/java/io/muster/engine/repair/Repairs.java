package io.muster.engine.repair;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.RowMapper;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.repair.FieldColumns.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays what people did over rows, and maps what comes of it: the one place where review, run and
/// retry learn what a row says. Safe for use by many threads.
public final class Repairs {
    private final RowState.Surroundings around;
    private final FieldColumns columns;

    /// @param width how many columns the file has
    /// @param cellChars the most characters in a cell
    public Repairs(RowMapper mapper, FieldColumns columns, int width, int cellChars) {
        this.around = new RowState.Surroundings(mapper, width, cellChars);
        this.columns = columns;
    }

    /// A row that nobody has touched.
    public MappedRow map(SourceRow row) {
        return around.mapper().map(row);
    }

    /// The row after the steps.
    ///
    /// @param said what the last run remarked about it; empty before the first
    /// @param steps in their order; those that do not concern the row change nothing
    public Repaired apply(SourceRow row, List<Info> said, List<Step> steps) {
        boolean dropped = said.stream().anyMatch(info -> info.code() == Code.ROW_DROPPED);
        RowState state = RowState.of(row, around, dropped);
        for (Step step : steps) {
            state =
                    switch (step) {
                        case Step.Edited edited -> state.with(edited.edit());
                        case Step.Fixed fixed ->
                                isMeant(fixed.scope(), state, said) ? fixed(state, fixed) : state;
                    };
        }
        return state.done();
    }

    /// A remark that only a run could make is out of date once somebody has touched the row.
    private static boolean isMeant(Scope scope, RowState state, List<Info> said) {
        if (state.isDropped()) {
            return false;
        }
        return scope.needsContacts()
                ? scope.isAmong(said) && !state.isChanged()
                : scope.isAmong(state.remarks());
    }

    private RowState fixed(RowState state, Step.Fixed step) {
        if (step.fix() instanceof Fix.Drop) {
            return state.dropped();
        }
        String field = step.scope().field();
        Map<Integer, @Nullable String> cells = new HashMap<>();
        for (Column column : field == null ? List.<Column>of() : columns.of(field)) {
            String before = state.cell(column.index());
            String after = CellFix.of(step.fix(), column, before);
            if (!after.equals(before)) {
                cells.put(column.index(), after);
            }
        }
        return cells.isEmpty() ? state : state.with(cells);
    }
}
