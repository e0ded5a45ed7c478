package io.muster.server.imports;

import io.muster.server.contacts.ContactTraces;
import io.muster.server.imports.store.ContactRowStore;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the row log keeps about contacts.
@Component
class ImportedTraces implements ContactTraces {
    private final ContactRowStore store;

    ImportedTraces(ContactRowStore store) {
        this.store = store;
    }

    @Override
    public void erase(TenantId tenant, Collection<UUID> contacts) {
        store.scrub(tenant, contacts);
    }
}
