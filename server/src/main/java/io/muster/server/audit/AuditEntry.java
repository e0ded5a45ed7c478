package io.muster.server.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the trail.
///
/// @param at by the clock of the database
/// @param detail what was given or taken, null where the action says it all
public record AuditEntry(
        UUID id,
        Instant at,
        Actor actor,
        AuditAction action,
        Subject subject,
        @Nullable String detail) {

    public Place place() {
        return new Place(at, id);
    }

    /// Where a line stands: before all that are older.
    public record Place(Instant at, UUID id) {}
}
