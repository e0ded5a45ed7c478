package io.muster.server.imports.repair;

import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactTraces;
import io.muster.server.imports.store.ErrorFileStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Prepared error files may hold whoever is erased, so all of a tenant go; whoever wants one has it
/// prepared again.
@Component
class ErrorFileTraces implements ContactTraces {
    private final ErrorFileStore store;
    private final Jobs jobs;

    ErrorFileTraces(ErrorFileStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public void erase(TenantId tenant, Collection<UUID> contacts, ContactKeys keys) {
        store.forgetAll(tenant).forEach(id -> jobs.submit(ErrorFileJob.NAME, tenant, id));
    }
}
