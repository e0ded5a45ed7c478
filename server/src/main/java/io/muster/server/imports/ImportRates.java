package io.muster.server.imports;

import io.muster.server.imports.store.RateStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// How fast an import goes, from its start on.
@Component
public class ImportRates {
    private final TenantTransactions transactions;
    private final RateStore store;

    ImportRates(TenantTransactions transactions, RateStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Rows in each of so many equal slices of the time between two moments.
    public List<Long> rows(TenantId tenant, Import of, Instant from, Instant to, int slices) {
        return transactions.call(tenant, () -> store.rows(tenant, of.id(), from, to, slices));
    }
}
