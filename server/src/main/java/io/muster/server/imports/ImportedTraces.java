package io.muster.server.imports;

import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactTraces;
import io.muster.server.imports.store.ContactRowStore;
import io.muster.server.imports.store.ReviewStore;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the row log and reviews keep about contacts.
@Component
class ImportedTraces implements ContactTraces {
    private final ContactRowStore rows;
    private final ReviewStore reviews;

    ImportedTraces(ContactRowStore rows, ReviewStore reviews) {
        this.rows = rows;
        this.reviews = reviews;
    }

    @Override
    public void erase(TenantId tenant, Collection<UUID> contacts, ContactKeys keys) {
        rows.scrub(tenant, contacts);
        rows.scrubUnplaced(tenant, keys);
        // They quote what is stored, packed; whoever opens one is asked to begin it again.
        reviews.removeAll(tenant);
    }
}
