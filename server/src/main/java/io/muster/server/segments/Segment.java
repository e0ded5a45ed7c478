package io.muster.server.segments;

import io.muster.server.contacts.filter.ContactFilter;
import java.time.Instant;
import java.util.UUID;

/// A filter that a tenant keeps.
///
/// @param name unique within the tenant, whatever its case
/// @param count how many contacts it has at this moment
public record Segment(
        UUID id,
        String name,
        ContactFilter filter,
        long count,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {}
