package io.muster.server.notifications.digests;

import io.muster.server.jobs.Jobs;
import io.muster.server.jobs.RecurringJob;
import io.muster.server.notifications.digests.store.DigestStore;
import io.muster.server.notifications.mail.MailServer;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Asks for the digests whose period is over. Each is asked for once, however often anybody looks.
@Component
class DueDigests implements RecurringJob {
    /// Longer than any period, so that none is told of twice.
    private static final Duration KEPT = Duration.ofDays(90);

    private final TenantTransactions transactions;
    private final DigestStore store;
    private final Jobs jobs;
    private final MailServer mail;
    private final Clock clock;

    DueDigests(
            TenantTransactions transactions,
            DigestStore store,
            Jobs jobs,
            MailServer mail,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.jobs = jobs;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "due-digests";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        if (mail.isConfigured()) {
            transactions.forEach(tenant -> transactions.run(tenant, () -> ask(tenant)));
        }
    }

    private void ask(TenantId tenant) {
        store.forget(tenant, KEPT);
        for (Rhythm rhythm : Rhythm.values()) {
            Rhythm.Period period = rhythm.latest(clock.instant());
            store.request(tenant, rhythm, period)
                    .forEach(id -> jobs.submit(DigestJob.NAME, tenant, id));
        }
    }
}
