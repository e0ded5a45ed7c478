package io.muster.server.imports.undo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.IssueCount;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an undo would do, over the contacts as they were at a moment.
///
/// @param total rows that are left to undo
/// @param counts how those looked at so far would end; all of them when done
/// @param issues why rows would be kept, the most frequent reason first
/// @param examples the first rows that would be kept
/// @param at that moment; null until it is done
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UndoPreview(
        State state,
        long total,
        UndoCounts counts,
        List<IssueCount> issues,
        List<UndoRow> examples,
        @Nullable Instant at) {

    /// How far it is.
    public enum State {
        RUNNING,
        DONE,
        FAILED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static UndoPreview begun(long total) {
        return new UndoPreview(State.RUNNING, total, UndoCounts.NONE, List.of(), List.of(), null);
    }

    UndoPreview failed() {
        return new UndoPreview(State.FAILED, total, counts, issues, examples, null);
    }

    public UndoPreview at(Instant moment) {
        return new UndoPreview(state, total, counts, issues, examples, moment);
    }
}
