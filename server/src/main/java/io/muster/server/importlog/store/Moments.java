package io.muster.server.importlog.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Moments as the database takes them, with those that are before and after all others.
final class Moments {
    private Moments() {}

    static OffsetDateTime of(Instant at) {
        if (at.equals(Instant.MIN)) {
            return OffsetDateTime.MIN;
        }
        return at.equals(Instant.MAX) ? OffsetDateTime.MAX : at.atOffset(ZoneOffset.UTC);
    }
}
