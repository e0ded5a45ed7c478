package io.muster.server.access;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import io.muster.server.tenants.Tenants;
import org.springframework.stereotype.Service;

/// Makes tenants that can be used at once.
@Service
public class NewTenants {
    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final ApiKeys keys;

    NewTenants(TenantTransactions transactions, Tenants tenants, ApiKeys keys) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.keys = keys;
    }

    /// Makes a tenant and its first key, which may do everything in it.
    ///
    /// @throws ApiProblem 422 for an unusable name, 409 if the id is taken
    public KeySecret create(TenantId id, String name) {
        return transactions.call(
                id,
                () -> {
                    tenants.create(id, name);
                    return keys.issue(id, "First key", Scope.all(), null).secret();
                });
    }
}
