package io.muster.server.campaigns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's plan to reach certain contacts.
///
/// @param expectedContacts how many are to be reached; null as long as nobody has said
public record Campaign(
        UUID id,
        String name,
        @Nullable Long expectedContacts,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {}
