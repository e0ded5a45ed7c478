package io.muster.server.contacts;

import java.util.UUID;

/// Where in the list of contacts, newest first, a page begins.
public sealed interface Place {

    record Newest() implements Place {}

    record OlderThan(UUID id) implements Place {}

    record NewerThan(UUID id) implements Place {}
}
