package io.muster.server.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be shown of an API key.
///
/// @param prefix its first characters
/// @param createdBy the name of who made it, null where the installation did
/// @param lastUsedAt to the minute
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<Scope> scopes,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {}
