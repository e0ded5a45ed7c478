package io.muster.server.exports;

import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactTraces;
import io.muster.server.exports.store.ExportStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Exported files may hold whoever is erased, so all of a tenant go; those under way begin anew.
@Component
class ExportTraces implements ContactTraces {
    private final ExportStore store;
    private final Jobs jobs;

    ExportTraces(ExportStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /// The files themselves are removed by the next sweep; from the commit on nobody is given one.
    @Override
    public void erase(TenantId tenant, Collection<UUID> contacts, ContactKeys keys) {
        // Nobody begins or completes one until the person is gone, and whoever was under way has
        // read too early.
        store.lock(tenant);
        store.restart(tenant).forEach(id -> jobs.submit(ExportJob.NAME, tenant, id));
        store.expireAll(tenant);
    }
}
