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

    private static final Duration SOON = Duration.ofSeconds(1);

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
        switch (places.take(NAME, subject)) {
            case TAKEN -> {}
            case FULL -> {
                later(tenant, subject);
                return Progress.DONE;
            }
            case BUSY -> {
                // The look that is under way does for this one, too, unless it has just ended.
                if (!transactions.call(tenant, () -> run.isUnderWay(tenant, subject))) {
                    later(tenant, subject);
                }
                return Progress.DONE;
            }
        }
        try {
            return run.run(tenant, subject, pause);
        } finally {
            places.giveBack(NAME, subject);
        }
    }

    private void later(TenantId tenant, UUID subject) {
        transactions.run(tenant, () -> jobs.submitIn(NAME, tenant, subject, SOON));
    }
}
