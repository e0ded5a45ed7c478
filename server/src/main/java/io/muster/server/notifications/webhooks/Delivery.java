package io.muster.server.notifications.webhooks;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message on its way to one webhook.
///
/// @param eventId the message's own id, the same wherever and however often it is sent
/// @param importId the import that it is about; null for a test
/// @param importNumber the import's number, for people
/// @param dueAt when it is tried next, while it waits
/// @param responseCode what the last try was answered; null when there was no answer
/// @param response the beginning of that answer's body
/// @param failure why there was no answer, or it is not sent any more
/// @param triedAt when it was tried last; null for not yet
public record Delivery(
        UUID id,
        UUID webhookId,
        UUID eventId,
        String type,
        @Nullable UUID importId,
        @Nullable Long importNumber,
        State state,
        int attempts,
        Instant dueAt,
        @Nullable Integer responseCode,
        @Nullable String response,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant triedAt) {

    /// How far it is.
    public enum State {
        WAITING,
        DELIVERED,
        FAILED;

        /// As the API and the database write it.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
