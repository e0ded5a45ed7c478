package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.store.ContactLookup;
import io.muster.server.contacts.store.ContactWriter;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/// Contacts by the thousand, for whoever decides and writes rows in batches. Every call needs the
/// tenant's transaction.
@Component
public class ContactBatches {
    private final ContactLookup lookup;
    private final ContactWriter writer;

    ContactBatches(ContactLookup lookup, ContactWriter writer) {
        this.lookup = lookup;
        this.writer = writer;
    }

    /// The contacts that have any of the keys, each once, in no order.
    public List<Contact> find(TenantId tenant, ContactKeys keys) {
        return keys.isEmpty() ? List.of() : lookup.find(tenant, keys);
    }

    /// A contact as the engine changes it.
    public Optional<Contact> find(TenantId tenant, UUID id) {
        return lookup.find(tenant, id);
    }

    /// Reads the keys of all contacts of the tenant, if they are no more than so many.
    ///
    /// @return false when they are more; then some of the keys were read in vain
    public boolean keys(TenantId tenant, long most, BiConsumer<IdentityKey, String> action) {
        return lookup.keys(tenant, most, action);
    }

    /// How often the tenant's contacts have changed. What was looked up at a version holds while it
    /// stays.
    public long version(TenantId tenant) {
        return lookup.version(tenant);
    }

    /// Waits until no other transaction writes contacts of the tenant, and keeps others out until
    /// this one ends.
    ///
    /// @return the version before this transaction's own change, which is one
    public long lockAndRaiseVersion(TenantId tenant) {
        return writer.lockAndRaiseVersion(tenant);
    }

    /// Writes contacts that were staged, in one go, and records whose consents they change.
    public void write(TenantId tenant, StagedContacts staged, Origin origin) {
        writer.write(tenant, staged, origin);
    }
}
