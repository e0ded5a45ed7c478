package io.muster.server.notifications.notices;

import io.muster.server.jobs.RecurringJob;
import io.muster.server.notifications.notices.store.NoticeStore;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets notices that are no news any more, read or not.
@Component
class ForgottenNotices implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(60);

    private final TenantTransactions transactions;
    private final NoticeStore store;

    ForgottenNotices(TenantTransactions transactions, NoticeStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public String name() {
        return "forgotten-notices";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        transactions.forEach(tenant -> transactions.run(tenant, () -> store.forget(tenant, KEPT)));
    }
}
