package io.muster.server.importlog.rest;

import io.muster.engine.outcome.Info;
import io.muster.server.importlog.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the log as the API shows it.
///
/// @param deliveryId the batch or push that it came with; with the row it names the entry
/// @param row its number in the file or in the push, from 1
/// @param result `success`, `warning` or `failure`
/// @param action `created`, `updated`, `unchanged`, `skipped` or `none`
/// @param importId null for what a source has pushed
/// @param source `file`, `campaign`, `api` or the key of a source
/// @param payload the object that was pushed, or the raw cells by header; empty when neither is
///   there any more
record LogEntryView(
        UUID deliveryId,
        long row,
        int attempt,
        String result,
        String action,
        @Nullable String matchedOn,
        @Nullable UUID contactId,
        List<Info> info,
        Map<String, Object> payload,
        @Nullable UUID importId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String externalId,
        String source,
        Instant receivedAt) {

    static LogEntryView of(LogEntry entry, Map<String, Object> payload) {
        return new LogEntryView(
                entry.place().delivery(),
                entry.row(),
                entry.attempt(),
                entry.result(),
                entry.action(),
                entry.matchedOn(),
                entry.contactId(),
                entry.info(),
                payload,
                entry.importId(),
                entry.name(),
                entry.phone(),
                entry.email(),
                entry.externalId(),
                entry.source(),
                entry.receivedAt());
    }
}
