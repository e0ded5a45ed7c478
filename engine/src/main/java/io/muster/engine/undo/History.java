package io.muster.engine.undo;

import io.muster.engine.undo.PastChange.Origin;
import java.util.List;

/// What happened to a contact, as far as it still stands.
///
/// @param madeHere whether the import that is being undone made the contact
/// @param changes in any order; the making of the contact is none of them
public record History(boolean madeHere, List<PastChange> changes) {
    public static final History NONE = new History(false, List.of());

    public History {
        changes = List.copyOf(changes);
    }

    /// Whether the import made the contact and nobody else has changed it since: then all of it is
    /// the import's, whatever its rows did to one another.
    boolean isAllOfThisImport() {
        return madeHere && changes.stream().noneMatch(change -> change.origin() == Origin.OTHER);
    }

    List<PastChange> after(long version, long row) {
        return changes.stream().filter(change -> change.isAfter(version, row)).toList();
    }
}
