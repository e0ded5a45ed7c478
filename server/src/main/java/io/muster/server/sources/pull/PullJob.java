package io.muster.server.sources.pull;

import io.muster.server.jobs.JobKind;
import io.muster.server.jobs.Jobs;
import io.muster.server.jobs.OutwardPlaces;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Looks once for the files of one source.
@Component
class PullJob implements JobKind {
    static final String NAME = "pull";

    private static final Duration BUSY = Duration.ofSeconds(1);

    private final PullRun run;
    private final OutwardPlaces places;
    private final Jobs jobs;
    private final TenantTransactions transactions;

    PullJob(PullRun run, OutwardPlaces places, Jobs jobs, TenantTransactions transactions) {
        this.run = run;
        this.places = places;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        if (!places.take(subject)) {
            transactions.run(tenant, () -> jobs.submitIn(NAME, tenant, subject, BUSY));
            return Progress.DONE;
        }
        try {
            return run.run(tenant, subject, pause);
        } finally {
            places.giveBack(subject);
        }
    }
}
