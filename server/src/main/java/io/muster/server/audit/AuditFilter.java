package io.muster.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which lines of the trail are asked for; null asks for all.
///
/// @param actor an id, or a part of a name
/// @param subject an id, or a part of a name
/// @param from the first moment
/// @param to the moment before which it was
public record AuditFilter(
        @Nullable String actor,
        @Nullable AuditAction action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {}
