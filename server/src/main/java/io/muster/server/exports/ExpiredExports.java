package io.muster.server.exports;

import io.muster.server.exports.store.ExportStore;
import io.muster.server.jobs.RecurringJob;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Removes the files of exports whose time has passed.
@Component
class ExpiredExports implements RecurringJob {
    private final TenantTransactions transactions;
    private final ExportStore store;
    private final Exports exports;

    ExpiredExports(TenantTransactions transactions, ExportStore store, Exports exports) {
        this.transactions = transactions;
        this.store = store;
        this.exports = exports;
    }

    @Override
    public String name() {
        return "expired-exports";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        transactions.forEach(tenant -> {
            transactions.run(tenant, () -> store.expireDue(tenant));
            exports.sweep(tenant);
        });
    }
}
