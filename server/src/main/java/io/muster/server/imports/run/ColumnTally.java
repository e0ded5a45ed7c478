package io.muster.server.imports.run;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Slot;
import io.muster.engine.mapping.Target;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.review.ColumnCount;
import io.muster.server.imports.review.FieldChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts, column by column, how the cells were read.
final class ColumnTally {
    private final List<Count> counts = new ArrayList<>();

    private static final class Count {
        private final int place;
        private final Slot slot;
        private final Set<String> fields;
        private long valid;
        private long invalid;
        private long blank;
        private long unread;
        private long cleared;

        Count(int place, Slot slot) {
            this.place = place;
            this.slot = slot;
            this.fields =
                    slot.target().equals(Target.of(StandardField.FULL_NAME))
                            ? Set.of(StandardField.FIRST_NAME.key(), StandardField.LAST_NAME.key())
                            : Set.of(slot.field());
        }

        private ColumnCount done() {
            return new ColumnCount(
                    slot.column(), slot.field(), valid, invalid, blank, unread, cleared);
        }
    }

    /// @param slots in the order of the candidates' values
    ColumnTally(List<Slot> slots) {
        Set<Integer> columns = new HashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            // What is derived from a column comes behind the column itself.
            if (columns.add(slots.get(i).column())) {
                counts.add(new Count(i, slots.get(i)));
            }
        }
        counts.sort(Comparator.comparingInt(count -> count.slot.column()));
    }

    void add(MappedRow row, Map<String, FieldChange> changes) {
        switch (row) {
            case MappedRow.Candidate candidate -> addValues(candidate);
            case MappedRow.Settled(SourceRow source, var outcome) -> {
                switch (source) {
                    case SourceRow.Filled filled -> addCells(filled, outcome.info());
                    case SourceRow.Blank _ -> counts.forEach(count -> count.blank++);
                    case SourceRow.Unreadable _ -> counts.forEach(count -> count.unread++);
                }
            }
        }
        if (!changes.isEmpty()) {
            addChanges(changes);
        }
    }

    /// In the order of the columns.
    List<ColumnCount> counts() {
        return counts.stream().map(Count::done).toList();
    }

    private void addValues(MappedRow.Candidate row) {
        for (Count count : counts) {
            Object value = row.values()[count.place];
            if (value == null) {
                count.blank++;
            } else if (value == MappedRow.DROPPED) {
                count.invalid++;
            } else {
                count.valid++;
            }
        }
    }

    /// Cells of a row whose fate was sealed while it was read: if one of them was refused, all were
    /// read.
    private void addCells(SourceRow.Filled row, List<Info> info) {
        boolean read = info.stream().anyMatch(remark -> remark.value() != null);
        for (Count count : counts) {
            String text = FormulaGuard.restore(row.cells().get(count.slot.column()));
            if (text.isEmpty()) {
                count.blank++;
            } else if (!read) {
                count.unread++;
            } else if (isRefused(count.slot, text, info)) {
                count.invalid++;
            } else {
                count.valid++;
            }
        }
    }

    private static boolean isRefused(Slot slot, String text, List<Info> info) {
        for (Info remark : info) {
            if (text.equals(remark.value()) && slot.field().equals(remark.field())) {
                return true;
            }
        }
        return false;
    }

    private void addChanges(Map<String, FieldChange> changes) {
        changes.forEach((field, change) -> {
            if (change.clears()) {
                // A part of a name has the last word over the whole name.
                counts.stream()
                        .filter(count -> count.fields.contains(field))
                        .min(Comparator.comparingInt(count -> count.fields.size()))
                        .ifPresent(count -> count.cleared++);
            }
        });
    }
}
