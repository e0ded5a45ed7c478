package io.muster.server.suppressions;

import java.time.Instant;
import java.util.UUID;

/// One value on the list.
///
/// @param value in its stored form, or masked
/// @param reason why it is there, empty when nobody said
/// @param createdBy who put it there
public record Suppression(
        UUID id,
        SuppressionKind kind,
        String value,
        String reason,
        String createdBy,
        Instant createdAt) {

    Suppression masked() {
        return new Suppression(id, kind, kind.masked(value), reason, createdBy, createdAt);
    }
}
