package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.mapping.ColumnOutlook;
import io.muster.engine.mapping.ColumnOutlook.UnknownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to say about where one column goes.
///
/// @param problems why it cannot go there, in sentences
/// @param outlook what its cells come to; null for one that is left out
/// @param unknown whether its values come from a set, and some are not in it
/// @param reason what the suggestion rests on, empty if it was not followed
public record ColumnNote(
        int index,
        List<String> problems,
        @Nullable ColumnOutlook outlook,
        Unknown unknown,
        Confidence confidence,
        String reason) {
    private static final int SHOWN = 5;

    /// Whether there are values to map.
    public enum Unknown {
        NONE,
        MAPPABLE,
        /// The target has changed since the values were asked for.
        OF_ANOTHER_TARGET
    }

    /// Whether a person should look before going on.
    public boolean needsAttention() {
        return !problems.isEmpty()
                || (outlook != null && outlook.invalid() > 0)
                || confidence == Confidence.DOUBTFUL;
    }

    /// How many values are taken and how many are not.
    public String counts() {
        return outlook == null
                ? ""
                : t("map.counts", outlook.valid(), outlook.invalid(), outlook.blank());
    }

    /// The most frequent values that the field would not take.
    public List<UnknownValue> refused() {
        return outlook == null ? List.of() : outlook.refused().stream().limit(SHOWN).toList();
    }

    /// How many values there are to map.
    public long unknownValues() {
        return outlook == null ? 0 : outlook.distinct();
    }

    public boolean isMappable() {
        return unknown == Unknown.MAPPABLE;
    }
}
