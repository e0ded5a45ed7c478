package io.muster.server.audit;

import java.time.Instant;
import java.util.UUID;

/// One line of the trail.
///
/// @param at by the clock of the database
public record AuditEntry(UUID id, Instant at, Actor actor, AuditAction action, Subject subject) {

    public Place place() {
        return new Place(at, id);
    }

    /// Where a line stands: before all that are older.
    public record Place(Instant at, UUID id) {}
}
