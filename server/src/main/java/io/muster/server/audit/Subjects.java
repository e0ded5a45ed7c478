package io.muster.server.audit;

import io.muster.server.audit.store.SubjectStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import org.springframework.stereotype.Component;

/// Knows what things are called.
@Component
public class Subjects {
    private final TenantTransactions transactions;
    private final SubjectStore store;

    Subjects(TenantTransactions transactions, SubjectStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// A thing as it is called at this moment, if it is there and has a name that may be kept.
    public Subject named(TenantId tenant, SubjectKind kind, String id) {
        return transactions.call(tenant, () -> store.named(tenant, kind, id));
    }
}
