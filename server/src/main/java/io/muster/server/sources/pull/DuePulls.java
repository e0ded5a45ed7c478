package io.muster.server.sources.pull;

import io.muster.server.jobs.Jobs;
import io.muster.server.jobs.RecurringJob;
import io.muster.server.sources.pull.store.PullStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Begins the pulls whose time has come, and again those whose server has died.
@Component
class DuePulls implements RecurringJob {
    private final TenantTransactions transactions;
    private final PullStore store;
    private final Jobs jobs;
    private final Clock clock;

    DuePulls(TenantTransactions transactions, PullStore store, Jobs jobs, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "due-pulls";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        transactions.forEach(tenant -> transactions.run(tenant, () -> begin(tenant)));
    }

    /// A time that was missed while the server stood still is made up for once.
    private void begin(TenantId tenant) {
        store.bereave(tenant).forEach(source -> jobs.submit(PullJob.NAME, tenant, source));
        for (Pull pull : store.due(tenant)) {
            store.setNext(
                    tenant, pull.sourceId(), pull.schedule().next(clock.instant()).orElse(null));
            jobs.submit(PullJob.NAME, tenant, pull.sourceId());
        }
    }
}
