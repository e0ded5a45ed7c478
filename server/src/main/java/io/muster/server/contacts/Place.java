package io.muster.server.contacts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where in the list of contacts, newest first, a page begins.
public sealed interface Place {

    record Newest() implements Place {}

    record OlderThan(UUID id) implements Place {}

    record NewerThan(UUID id) implements Place {}

    /// As the address of a page says it.
    static Place of(@Nullable UUID newerThan, @Nullable UUID olderThan) {
        if (newerThan != null) {
            return new NewerThan(newerThan);
        }
        return olderThan == null ? new Newest() : new OlderThan(olderThan);
    }
}
