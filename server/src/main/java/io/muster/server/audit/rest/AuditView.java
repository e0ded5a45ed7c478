package io.muster.server.audit.rest;

import io.muster.server.audit.AuditEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the trail as it is shown.
///
/// @param action such as `segment_created` or `rows_downloaded`
/// @param detail what was given or taken, such as `viewer → admin` or scopes; null elsewhere
record AuditView(
        UUID id,
        Instant at,
        AuditActor actor,
        String action,
        AuditSubject subject,
        @Nullable String detail) {

    /// Who did it.
    ///
    /// @param kind `member`, `key` or `operator`
    /// @param id of the account or the API key; null for the operator
    /// @param name by which they went then
    record AuditActor(String kind, @Nullable UUID id, String name) {}

    /// What it was done to.
    ///
    /// @param id null where there is only one of its kind, or where several were meant
    /// @param name by which it went then; contacts have none here
    record AuditSubject(String kind, @Nullable String id, @Nullable String name) {}

    static AuditView of(AuditEntry entry) {
        var actor = entry.actor();
        var subject = entry.subject();
        return new AuditView(
                entry.id(),
                entry.at(),
                new AuditActor(actor.kind().toString(), actor.id(), actor.name()),
                entry.action().toString(),
                new AuditSubject(subject.kind().toString(), subject.id(), subject.name()),
                entry.detail());
    }
}
