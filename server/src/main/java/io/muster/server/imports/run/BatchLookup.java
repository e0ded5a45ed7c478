package io.muster.server.imports.run;

import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.Found;
import io.muster.server.contacts.Lists;
import io.muster.server.suppressions.Suppressions;
import io.muster.server.tenants.TenantId;
import org.springframework.stereotype.Component;

/// Looks up whatever decides about a batch of rows, for reviews and runs alike.
@Component
public class BatchLookup {
    private final ContactBatches contacts;
    private final Suppressions suppressions;

    BatchLookup(ContactBatches contacts, Suppressions suppressions) {
        this.contacts = contacts;
        this.suppressions = suppressions;
    }

    /// Needs the tenant's transaction.
    public Known find(TenantId tenant, ContactKeys keys) {
        return find(tenant, keys, keys);
    }

    /// Needs the tenant's transaction.
    ///
    /// @param taken those of the keys that a contact may have now
    Known find(TenantId tenant, ContactKeys keys, ContactKeys taken) {
        if (keys.isEmpty()) {
            return Known.NOTHING;
        }
        Lists lists = contacts.lists(tenant);
        Found found = contacts.find(tenant, keys, taken, lists);
        return new Known(
                found, lists.suppressed() ? suppressed(tenant, keys, found) : new ContactKeys());
    }

    private ContactKeys suppressed(TenantId tenant, ContactKeys keys, Found found) {
        ContactKeys all = new ContactKeys();
        all.addAll(keys);
        found.contacts().forEach(all::addAll);
        return suppressions.among(tenant, all);
    }
}
