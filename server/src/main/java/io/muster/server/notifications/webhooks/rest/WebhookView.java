package io.muster.server.notifications.webhooks.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.notifications.webhooks.EventType;
import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.notifications.webhooks.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A webhook as it is shown.
///
/// @param state `active`; `failing` once a message was given up, until one gets through; `paused`
/// @param secret that messages are signed with; only in the answer to the call that made it
record WebhookView(
        UUID id,
        String name,
        URI url,
        List<String> events,
        String state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        Instant createdAt,
        Instant updatedAt) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView of(Webhooks.WithSecret made) {
        return of(made.webhook(), made.secret());
    }

    private static WebhookView of(Webhook webhook, @Nullable String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.name(),
                webhook.url(),
                webhook.events().stream().map(EventType::text).toList(),
                webhook.state().text(),
                secret,
                webhook.createdAt(),
                webhook.updatedAt());
    }
}
