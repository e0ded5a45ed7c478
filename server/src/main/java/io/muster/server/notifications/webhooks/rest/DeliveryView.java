package io.muster.server.notifications.webhooks.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.notifications.webhooks.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a webhook as it is shown.
///
/// @param eventId stands in the header `webhook-id`, the same each time it is sent
/// @param event such as `import.completed`
/// @param importId null for a test
/// @param state `waiting`, `delivered`, or `failed` once it was given up
/// @param dueAt when it is tried next; null when it is not
/// @param responseCode what the last try was answered; null when there was no answer
/// @param response the first 1,000 bytes of that answer
/// @param failure why there was no answer, and what to do
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeliveryView(
        UUID id,
        UUID eventId,
        String event,
        @Nullable UUID importId,
        String state,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Integer responseCode,
        @Nullable String response,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant triedAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.eventId(),
                delivery.type(),
                delivery.importId(),
                delivery.state().text(),
                delivery.attempts(),
                delivery.state() == Delivery.State.WAITING ? delivery.dueAt() : null,
                delivery.responseCode(),
                delivery.response(),
                delivery.failure(),
                delivery.createdAt(),
                delivery.triedAt());
    }
}
