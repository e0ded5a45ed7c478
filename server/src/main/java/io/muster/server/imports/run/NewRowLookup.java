package io.muster.server.imports.run;

import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.tenants.TenantId;

/// Looks up the rows of one file, which writes nothing, batch by batch; spares the database the
/// keys that no contact can have. Not for use by several threads at once.
final class NewRowLookup {
    private final TenantId tenant;
    private final ContactBatches contacts;
    private final BatchLookup lookup;
    private final TakenKeys taken;
    private long seen;

    NewRowLookup(TenantId tenant, ContactBatches contacts, BatchLookup lookup) {
        this.tenant = tenant;
        this.contacts = contacts;
        this.lookup = lookup;
        this.taken = new TakenKeys(tenant, contacts);
    }

    /// What the database knows of the keys now. Needs the tenant's transaction.
    Known find(ContactKeys keys) {
        long version = contacts.version(tenant);
        if (version != seen) {
            taken.forget(version);
            seen = version;
        }
        ContactKeys mayBeTaken = taken.among(keys, ContactKeys::new, version);
        Known known = lookup.find(tenant, keys, mayBeTaken);
        taken.lookedUp(mayBeTaken, known.contacts().size());
        return known;
    }
}
