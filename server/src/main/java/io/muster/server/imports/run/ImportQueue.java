package io.muster.server.imports.run;

import io.muster.server.imports.store.RunStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The line in which a tenant's imports wait. Only so many of a tenant are with the workers at
/// once, so one with a thousand imports does not keep another's waiting. Every call needs the
/// tenant's transaction.
@Component
public class ImportQueue {
    private final RunStore runs;
    private final Jobs jobs;
    private final int places;

    ImportQueue(RunStore runs, Jobs jobs, MusterProperties properties) {
        this.runs = runs;
        this.jobs = jobs;
        this.places = properties.imports().runningPerTenant();
    }

    /// @param starter the account that started it; null for an API key
    /// @return false when the import is not mapped, or was started before
    public boolean add(TenantId tenant, UUID id, @Nullable UUID starter) {
        runs.lockQueue(tenant);
        boolean added = runs.enqueue(tenant, id, starter);
        dispatch(tenant);
        return added;
    }

    /// Hands the next imports to the workers; called whenever a place may have become free.
    public void advance(TenantId tenant) {
        runs.lockQueue(tenant);
        dispatch(tenant);
    }

    private void dispatch(TenantId tenant) {
        runs.dispatch(tenant, places).forEach(id -> jobs.submit(ImportJob.NAME, tenant, id));
    }
}
