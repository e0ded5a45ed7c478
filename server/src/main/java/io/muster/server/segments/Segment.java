package io.muster.server.segments;

import io.muster.server.contacts.filter.ContactFilter;
import java.time.Instant;
import java.util.UUID;

/// A filter that a tenant keeps.
///
/// @param name unique within the tenant, whatever its case
public record Segment(
        UUID id,
        String name,
        ContactFilter filter,
        SegmentCount count,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {}
