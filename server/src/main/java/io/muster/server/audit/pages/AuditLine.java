package io.muster.server.audit.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.audit.AuditEntry;

/// One line of the trail in words.
///
/// @param byPath to everything that the same member or key did, empty where there is no telling
/// @param aboutPath to everything that was done to the same thing, empty where several were meant
public record AuditLine(AuditEntry entry, String byPath, String aboutPath) {

    static AuditLine of(AuditEntry entry, AuditQuestion question) {
        var actor = entry.actor().id();
        String subject = entry.subject().id();
        return new AuditLine(
                entry,
                actor == null ? "" : question.by(actor.toString()).address(),
                subject == null ? "" : question.about(subject).address());
    }

    public String action() {
        return t("audit.action." + entry.action());
    }

    public String actorKind() {
        return t("audit.actor." + entry.actor().kind());
    }

    public String subjectKind() {
        return t("audit.subject." + entry.subject().kind());
    }

    /// Its name, else the id by which it can be told.
    public String subject() {
        String name = entry.subject().name();
        String id = entry.subject().id();
        return name != null ? name : id != null ? id : "";
    }
}
