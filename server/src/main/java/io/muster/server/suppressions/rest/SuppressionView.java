package io.muster.server.suppressions.rest;

import io.muster.server.suppressions.Suppression;
import java.time.Instant;
import java.util.UUID;

/// A suppressed value as the API shows it.
///
/// @param kind `phone`, `email` or `domain`
/// @param value in the form in which it is matched, or masked
record SuppressionView(
        UUID id, String kind, String value, String reason, String createdBy, Instant createdAt) {
    static SuppressionView of(Suppression one) {
        return new SuppressionView(
                one.id(),
                one.kind().text(),
                one.value(),
                one.reason(),
                one.createdBy(),
                one.createdAt());
    }
}
