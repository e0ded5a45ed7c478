package io.muster.server.notifications.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.Import;
import io.muster.server.platform.Json;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is sent: numbers and addresses, nothing of contacts.
///
/// @param timestamp when it happened, ISO 8601
record EventBody(String type, String timestamp, Object data) {

    /// An import that has come to its end, or back to its beginning.
    ///
    /// @param attempt 1 for the first run, more when failed rows were tried again
    /// @param source `file`, `campaign`, `api`, or the key of a source
    /// @param link to its page
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OfImport(
            UUID importId,
            long number,
            String status,
            int attempt,
            String source,
            Result result,
            @Nullable String failureCode,
            URI link) {}

    /// Rows by what became of them; the total is the sum of all but the warnings.
    record Result(
            long total,
            long created,
            long updated,
            long unchanged,
            long skipped,
            long failed,
            long unprocessed,
            long warnings) {}

    /// A message that only wants to arrive.
    record OfTest(UUID webhookId, String message) {}

    static String of(EventType type, Instant at, Import ended, URI link) {
        var counts = ended.counts();
        return text(
                type,
                at,
                new OfImport(
                        ended.id(),
                        ended.number(),
                        ended.status().text(),
                        ended.attempt().number(),
                        ended.source(),
                        new Result(
                                ended.processed() + ended.unprocessed(),
                                counts.created(),
                                counts.updated(),
                                counts.unchanged(),
                                counts.skipped(),
                                counts.failed(),
                                ended.unprocessed(),
                                counts.warnings()),
                        ended.failureCode(),
                        link));
    }

    static String ofTest(Instant at, UUID webhook) {
        return text(
                EventType.TEST,
                at,
                new OfTest(webhook, "If you can read this and its signature fits, all is well."));
    }

    private static String text(EventType type, Instant at, Object data) {
        return Json.write(
                new EventBody(type.text(), at.truncatedTo(ChronoUnit.MILLIS).toString(), data));
    }
}
