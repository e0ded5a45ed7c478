package io.muster.engine.matching;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Slot;
import io.muster.engine.outcome.Info;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row on its way into a contact: what it writes, and what is to be said about it.
///
/// @param left a remark on each key that is not written, naming its field
/// @param suppressed why the person must not be contacted, null where nothing says so
/// @param duplicate which row of the file was about the same contact, null for none
record Placing(
        MappedRow.Candidate row,
        List<Info> left,
        @Nullable Info suppressed,
        @Nullable Info duplicate) {

    Placing(MappedRow.Candidate row, List<Info> left, @Nullable Info suppressed) {
        this(row, left, suppressed, null);
    }

    Placing noting(Info duplicateOf) {
        return new Placing(row, left, suppressed, duplicateOf);
    }

    /// @param merge how it was written
    List<Info> info(Merge merge) {
        if (left.isEmpty()
                && merge.leftAlone().isEmpty()
                && suppressed == null
                && duplicate == null) {
            return row.warnings();
        }
        List<Info> info = new ArrayList<>(row.warnings());
        info.addAll(left);
        info.addAll(merge.leftAlone());
        if (suppressed != null) {
            info.add(suppressed);
        }
        if (duplicate != null) {
            info.add(duplicate);
        }
        return List.copyOf(info);
    }

    /// @param slots the columns in the order of the row's values
    /// @param tags added whatever the row says
    Merge write(Contact.Draft contact, List<Slot> slots, List<String> tags) {
        Merge merge = new Merge(contact).apply(slots, values(slots)).addTags(tags);
        return suppressed == null ? merge : merge.flag();
    }

    private @Nullable Object[] values(List<Slot> slots) {
        if (left.isEmpty()) {
            return row.values();
        }
        @Nullable Object[] values = row.values().clone();
        for (int i = 0; i < values.length; i++) {
            String field = slots.get(i).field();
            if (left.stream().anyMatch(info -> field.equals(info.field()))) {
                values[i] = MappedRow.DROPPED;
            }
        }
        return values;
    }
}
