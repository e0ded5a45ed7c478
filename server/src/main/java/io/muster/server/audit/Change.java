package io.muster.server.audit;

import io.muster.server.tenants.TenantId;
import org.jspecify.annotations.Nullable;

/// What the request at hand is about to do, should it change anything.
///
/// Known to one thread, and noted once: with the first of its transactions that changes something.
public final class Change {
    private final TenantId tenant;
    private final Actor actor;
    private final AuditAction action;
    private final Subject subject;
    private @Nullable String detail;
    private Progress progress = Progress.OPEN;

    /// How far its line has come.
    enum Progress {
        /// Nothing is written.
        OPEN,
        /// The open transaction will write the line if it changes something.
        ATTACHED,
        /// The line is written for good.
        NOTED
    }

    /// @param subject as it is called before; without an id if it is still to be made
    public Change(TenantId tenant, Actor actor, AuditAction action, Subject subject) {
        this.tenant = tenant;
        this.actor = actor;
        this.action = action;
        this.subject = subject;
    }

    TenantId tenant() {
        return tenant;
    }

    Actor actor() {
        return actor;
    }

    AuditAction action() {
        return action;
    }

    Subject subject() {
        return subject;
    }

    @Nullable String detail() {
        return detail;
    }

    void detail(String what) {
        this.detail = what;
    }

    Progress progress() {
        return progress;
    }

    void progress(Progress now) {
        this.progress = now;
    }
}
