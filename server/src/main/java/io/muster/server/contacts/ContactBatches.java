package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.server.contacts.Found.Former;
import io.muster.server.contacts.store.AliasStore;
import io.muster.server.contacts.store.ContactLookup;
import io.muster.server.contacts.store.ContactLookup.Past;
import io.muster.server.contacts.store.ContactWriter;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Contacts by the thousand, for whoever decides and writes rows in batches. Every call needs the
/// tenant's transaction.
@Component
public class ContactBatches {
    private final ContactLookup lookup;
    private final AliasStore aliases;
    private final ErasedKeys erased;
    private final ContactWriter writer;

    ContactBatches(
            ContactLookup lookup, AliasStore aliases, ErasedKeys erased, ContactWriter writer) {
        this.lookup = lookup;
        this.aliases = aliases;
        this.erased = erased;
        this.writer = writer;
    }

    /// What any of the keys leads to.
    public Found find(TenantId tenant, ContactKeys keys) {
        if (keys.isEmpty()) {
            return Found.NOTHING;
        }
        List<Contact> contacts = lookup.find(tenant, keys);
        List<Former> former = new ArrayList<>();
        Map<UUID, List<UUID>> formerIds = Map.of();
        Past past = lookup.past(tenant);
        if (past.merged()) {
            aliases.find(
                    tenant,
                    keys,
                    (key, contact) -> {
                        former.add(key);
                        contacts.add(contact);
                    });
            formerIds = aliases.idsOf(tenant, contacts.stream().map(Contact::id).toList());
        }
        return new Found(
                contacts,
                former,
                past.erased() ? erased.among(tenant, keys) : new ContactKeys(),
                formerIds);
    }

    /// A contact, or the one that it was merged into, as the engine changes it.
    public Optional<Contact> find(TenantId tenant, UUID id) {
        return lookup.find(tenant, id);
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
