package io.muster.server.sources;

import io.muster.server.jobs.RecurringJob;
import io.muster.server.sources.store.SourceEventStore;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets the names of events that nobody will send again.
@Component
class ForgottenEvents implements RecurringJob {
    // What they were answered stands in the log, which is kept for longer.
    private static final Duration KEPT = Duration.ofDays(30);

    private final TenantTransactions transactions;
    private final SourceEventStore store;

    ForgottenEvents(TenantTransactions transactions, SourceEventStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public String name() {
        return "forgotten-events";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        transactions.forEach(tenant -> transactions.run(tenant, () -> store.forget(tenant, KEPT)));
    }
}
