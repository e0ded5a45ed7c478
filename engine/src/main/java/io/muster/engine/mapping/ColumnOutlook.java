package io.muster.engine.mapping;

import java.util.Comparator;
import java.util.List;

/// What the cells of one column come to under a mapping.
///
/// @param valid cells whose value is taken
/// @param invalid cells that are refused
/// @param blank cells without a value, those that are mapped to none among them
/// @param unknown the most frequent values that are refused or mapped, the most frequent first
/// @param distinct how many such values there are; those that were too many to keep apart count as
///   one
public record ColumnOutlook(
        long valid, long invalid, long blank, List<UnknownValue> unknown, long distinct) {

    /// A value that the field refuses as it stands.
    ///
    /// @param text as it stands in the file
    /// @param count of the cells that hold it
    /// @param message what is wrong with it, and what to do; empty for one that is mapped
    public record UnknownValue(String text, long count, String message) {
        static final Comparator<UnknownValue> MOST_FREQUENT_FIRST =
                Comparator.comparingLong(UnknownValue::count)
                        .reversed()
                        .thenComparing(UnknownValue::text);
    }

    /// The values that are refused even so, the most frequent first.
    public List<UnknownValue> refused() {
        return unknown.stream().filter(value -> !value.message().isEmpty()).toList();
    }

    /// Whether every unknown value is among those listed.
    public boolean isComplete() {
        return distinct == unknown.size();
    }
}
