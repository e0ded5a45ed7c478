package io.muster.server.exports;

import io.muster.server.exports.store.ExportStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.tenants.TenantId;
import org.springframework.stereotype.Component;

/// The line in which a tenant's exports wait: one is under way at a time, so that they leave the
/// workers to others. Every call needs the tenant's transaction.
@Component
class ExportQueue {
    private final ExportStore store;
    private final Jobs jobs;

    ExportQueue(ExportStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /// Hands the next export to the workers; called whenever the place may have become free.
    void advance(TenantId tenant) {
        store.lock(tenant);
        store.dispatch(tenant).ifPresent(id -> jobs.submit(ExportJob.NAME, tenant, id));
    }
}
