package io.muster.server.audit;

import io.muster.server.access.GrantEvent;
import io.muster.server.audit.Change.Progress;
import io.muster.server.audit.store.AuditStore;
import io.muster.server.audit.store.SubjectStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TransactionWitness;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes the line of a change into the very transaction that makes it: both come to be, or
/// neither.
///
/// A request that changes nothing, because it was refused or because all was so already, leaves no
/// line. When the line cannot be written, nothing is changed.
@Component
public class Changes implements TransactionWitness {
    private final ThreadLocal<Change> current = new ThreadLocal<>();
    private final AuditStore store;
    private final SubjectStore subjects;

    Changes(AuditStore store, SubjectStore subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    /// From here on this thread makes the change.
    public void begin(Change change) {
        current.set(change);
    }

    public void end() {
        current.remove();
    }

    /// What the change at hand gives or takes, which its address does not say.
    @EventListener
    void on(GrantEvent grant) {
        Change change = current.get();
        if (change != null) {
            change.detail(grant.what());
        }
    }

    @Override
    public void entered(TenantId tenant) {
        Change change = current.get();
        if (change != null
                && change.progress() == Progress.OPEN
                && change.tenant().equals(tenant)) {
            change.progress(Progress.ATTACHED);
            TransactionSynchronizationManager.registerSynchronization(new Line(change));
        }
    }

    private void write(Change change) {
        TenantId tenant = change.tenant();
        Subject subject = change.subject();
        if (subject.id() == null) {
            subject = subjects.made(tenant, subject.kind()).orElse(subject);
        }
        store.insert(tenant, change.actor(), change.action(), subject, change.detail());
    }

    /// Waits for the end of a transaction, which may be after that of the request.
    private final class Line implements TransactionSynchronization {
        private final Change change;
        private boolean written;

        Line(Change change) {
            this.change = change;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (store.hasWritten(change.tenant())) {
                write(change);
                written = true;
            }
        }

        @Override
        public void afterCompletion(int status) {
            change.progress(written && status == STATUS_COMMITTED ? Progress.NOTED : Progress.OPEN);
        }
    }
}
