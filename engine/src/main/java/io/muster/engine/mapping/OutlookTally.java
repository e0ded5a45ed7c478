package io.muster.engine.mapping;

import io.muster.engine.field.Cell;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.ColumnOutlook.UnknownValue;
import io.muster.engine.outcome.Info;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts what the cells of a file come to, column by column, by the very mapper that the import
/// uses. Memory does not grow with the file: of each column so many distinct values are kept apart,
/// and no long ones.
public final class OutlookTally {
    private static final int KEPT_APART = 5_000;
    private static final int LONGEST_VALUE = 255;

    private final RowMapper mapper;
    private final List<Tally> tallies;
    private long rows;

    public OutlookTally(RowMapper mapper) {
        this.mapper = mapper;
        this.tallies = mapper.slots().stream().map(Tally::new).toList();
    }

    public void see(SourceRow row) {
        if (row instanceof SourceRow.Filled(_, _, List<String> texts, _)) {
            rows++;
            RowMapper.Cells cells = mapper.read(texts);
            Iterator<Info> refused = cells.refused().iterator();
            for (int i = 0; i < tallies.size(); i++) {
                Object value = cells.values()[i];
                String message = value == MappedRow.DROPPED ? refused.next().message() : "";
                tallies.get(i).see(texts, value, message);
            }
        }
    }

    /// Rows that could be read and hold anything.
    public long rows() {
        return rows;
    }

    /// By column.
    ///
    /// @param most how many unknown values to name
    public Map<Integer, ColumnOutlook> outlooks(int most) {
        Map<Integer, ColumnOutlook> outlooks = new HashMap<>();
        tallies.forEach(tally -> outlooks.putIfAbsent(tally.slot.column(), tally.outlook(most)));
        return outlooks;
    }

    private static final class Tally {
        private final Slot slot;
        private final Map<String, UnknownValue> unknown = new HashMap<>();
        private long valid;
        private long invalid;
        private long blank;
        private boolean overflown;

        Tally(Slot slot) {
            this.slot = slot;
        }

        void see(List<String> cells, @Nullable Object value, String message) {
            String raw = slot.raw(cells);
            if (value == MappedRow.DROPPED) {
                invalid++;
            } else if (value == null) {
                blank++;
            } else {
                valid++;
            }
            if (value == MappedRow.DROPPED || !slot.values().texts().isEmpty()) {
                name(raw, message);
            }
        }

        private void name(String raw, String message) {
            List<String> parts = slot.values().separator().split(raw);
            if (parts.size() < 2 || slot.values().texts().containsKey(raw)) {
                note(raw, message);
                return;
            }
            for (String part : parts) {
                note(
                        part,
                        slot.rule().read(part) instanceof Cell.Invalid refused
                                ? refused.message()
                                : "");
            }
        }

        /// One that is neither mapped nor refused is known.
        private void note(String text, String message) {
            boolean mapped = slot.values().texts().containsKey(text);
            if (text.isEmpty() || (!mapped && message.isEmpty())) {
                return;
            }
            boolean room = unknown.size() < KEPT_APART && text.length() <= LONGEST_VALUE;
            if (room || unknown.containsKey(text)) {
                unknown.merge(
                        text,
                        new UnknownValue(text, 1, message),
                        (one, more) -> new UnknownValue(text, one.count() + 1, one.message()));
            } else {
                overflown = true;
            }
        }

        ColumnOutlook outlook(int most) {
            List<UnknownValue> named = new ArrayList<>(unknown.values());
            named.sort(UnknownValue.MOST_FREQUENT_FIRST);
            return new ColumnOutlook(
                    valid,
                    invalid,
                    blank,
                    List.copyOf(named.subList(0, Math.min(most, named.size()))),
                    named.size() + (overflown ? 1L : 0));
        }
    }
}
