package io.muster.engine.undo;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change of a contact that stands: nobody has undone it.
///
/// @param version of the tenant's contacts that it brought about; grows with every change
/// @param row its place among changes of the same version
/// @param fields the fields that it changed, by their names in the API; none when it was about the
///   contact as such, null when nobody knows
/// @param by who or what changed them, for people
public record PastChange(
        Origin origin, long version, long row, @Nullable Set<String> fields, String by) {

    /// Where a change comes from.
    public enum Origin {
        /// The very import that is being undone.
        THIS_IMPORT,
        OTHER
    }

    boolean isAfter(long otherVersion, long otherRow) {
        return version > otherVersion || (version == otherVersion && row > otherRow);
    }

    /// Whether no field can be named that it was about.
    boolean isOfNoField() {
        return fields == null || fields.isEmpty();
    }

    boolean mayConcern(String field) {
        return fields == null || fields.contains(field);
    }
}
