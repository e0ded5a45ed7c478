package io.muster.server.notifications.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// A place that wants to be told.
///
/// @param name for people
/// @param events what it wants to be told of
public record Webhook(
        UUID id,
        String name,
        URI url,
        Set<EventType> events,
        State state,
        Instant createdAt,
        Instant updatedAt) {

    /// How its messages fare.
    public enum State {
        ACTIVE,
        /// A message was given up. Each further one is tried once, and the first that gets through
        /// makes it active again.
        FAILING,
        /// Somebody wants it to be told of nothing for now.
        PAUSED;

        /// As the API and the database write it.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a person or a program says of one.
    public record Content(String name, String url, Set<EventType> events) {}
}
