package io.muster.server.importlog;

import io.muster.engine.outcome.Info;
import io.muster.server.access.Sight;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One attempted write and what became of it.
///
/// @param importId null for rows that no import brought
/// @param importNumber the import as people call it
/// @param source `file`, `campaign`, `api` or the key of a source
/// @param result `success`, `warning` or `failure`
/// @param action `created`, `updated`, `unchanged`, `skipped` or `none`
/// @param name of the contact, or what the row said where it found none; so are phone, email and
///   external id
/// @param payload what came, as JSON, as far as the log keeps it: an array of cells or an object
public record LogEntry(
        LogPlace place,
        int attempt,
        Instant receivedAt,
        @Nullable UUID importId,
        @Nullable Long importNumber,
        @Nullable String fileName,
        String source,
        String result,
        String action,
        @Nullable String matchedOn,
        @Nullable UUID contactId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String externalId,
        List<Info> info,
        @Nullable String payload) {

    public long row() {
        return place.row();
    }

    /// As somebody sees it.
    LogEntry seen(Sight sight) {
        return new LogEntry(
                place,
                attempt,
                receivedAt,
                importId,
                importNumber,
                fileName,
                source,
                result,
                action,
                matchedOn,
                contactId,
                sight.name(name),
                sight.phone(phone),
                sight.email(email),
                sight.text(externalId),
                sight.infos(info),
                payload);
    }
}
