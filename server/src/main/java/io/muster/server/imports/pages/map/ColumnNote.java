package io.muster.server.imports.pages.map;

import java.util.List;

/// What there is to say about where one column goes.
///
/// @param problems why it cannot go there, in sentences
/// @param refused samples that the field would not take
/// @param refusal what is wrong with the first of them, empty if none is refused
/// @param reason what the suggestion rests on, empty if it was not followed
public record ColumnNote(
        int index,
        List<String> problems,
        List<String> refused,
        String refusal,
        Confidence confidence,
        String reason) {

    /// Whether a person should look before going on.
    public boolean needsAttention() {
        return !problems.isEmpty() || !refused.isEmpty() || confidence == Confidence.DOUBTFUL;
    }
}
