package io.muster.server.imports.undo.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.undo.Undo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An undo as the API shows it.
///
/// @param state `running`, `stopped` or `done`
/// @param total rows that wrote something; when done, `reverted`, `kept` and `failed` add up to it
/// @param reverted rows that are undone: `deleted` of them had made a contact, `restored` had
///   changed one
/// @param issues why rows were kept or failed
@JsonInclude(JsonInclude.Include.ALWAYS)
record UndoView(
        String state,
        long total,
        long reverted,
        long deleted,
        long restored,
        long kept,
        long failed,
        List<IssueCount> issues,
        @Nullable String failureCode,
        @Nullable String failureReason,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static UndoView of(Undo undo, List<IssueCount> issues) {
        return new UndoView(
                undo.state().name().toLowerCase(Locale.ROOT),
                undo.total(),
                undo.counts().reverted(),
                undo.counts().removed(),
                undo.counts().restored(),
                undo.counts().kept(),
                undo.counts().failed(),
                issues,
                undo.failureCode(),
                undo.failureReason(),
                undo.requestedBy(),
                undo.createdAt(),
                undo.startedAt(),
                undo.finishedAt());
    }
}
