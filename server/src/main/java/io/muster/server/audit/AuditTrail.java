package io.muster.server.audit;

import io.muster.server.audit.AuditEntry.Place;
import io.muster.server.audit.store.AuditStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The trail of a tenant.
@Service
public class AuditTrail {
    private final TenantTransactions transactions;
    private final AuditStore store;

    AuditTrail(TenantTransactions transactions, AuditStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Adds a line, in the open transaction of the tenant if there is one.
    public void note(TenantId tenant, Actor actor, AuditAction action, Subject subject) {
        note(tenant, actor, action, subject, null);
    }

    /// @param detail what was given or taken, null where the action says it all
    void note(
            TenantId tenant,
            Actor actor,
            AuditAction action,
            Subject subject,
            @Nullable String detail) {
        transactions.run(tenant, () -> store.insert(tenant, actor, action, subject, detail));
    }

    /// The newest first.
    ///
    /// @param after the line behind which to go on, null to begin
    public List<AuditEntry> list(
            TenantId tenant, AuditFilter filter, @Nullable Place after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, filter, after, limit));
    }
}
