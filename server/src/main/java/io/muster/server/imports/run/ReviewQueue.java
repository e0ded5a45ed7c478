package io.muster.server.imports.run;

import io.muster.server.imports.store.ReviewStore;
import io.muster.server.imports.store.RunStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.tenants.TenantId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The line in which a tenant's reviews wait: one is under way at a time, so that they leave the
/// workers to others. Every call needs the tenant's transaction.
@Component
public class ReviewQueue {
    private final RunStore runs;
    private final ReviewStore reviews;
    private final Jobs jobs;

    ReviewQueue(RunStore runs, ReviewStore reviews, Jobs jobs) {
        this.runs = runs;
        this.reviews = reviews;
        this.jobs = jobs;
    }

    /// Puts a review into the line, unless the import has one already.
    public void add(TenantId tenant, UUID importId) {
        if (reviews.queue(tenant, importId)) {
            advance(tenant);
        }
    }

    /// Hands the next review to the workers; called whenever the place may have become free.
    public void advance(TenantId tenant) {
        runs.lockQueue(tenant);
        reviews.dispatch(tenant).ifPresent(id -> jobs.submit(ReviewJob.NAME, tenant, id));
    }
}
