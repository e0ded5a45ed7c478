package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.Found.Former;
import io.muster.server.contacts.store.AliasStore;
import io.muster.server.contacts.store.ContactLookup;
import io.muster.server.contacts.store.ContactWithdrawal;
import io.muster.server.contacts.store.ContactWriter;
import io.muster.server.contacts.store.ListStore;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/// Contacts by the thousand, for whoever decides and writes rows in batches. Every call needs the
/// tenant's transaction.
@Component
public class ContactBatches {
    private final ContactLookup lookup;
    private final AliasStore aliases;
    private final ErasedKeys erased;
    private final ListStore lists;
    private final ContactWriter writer;
    private final ContactWithdrawal withdrawal;

    ContactBatches(
            ContactLookup lookup,
            AliasStore aliases,
            ErasedKeys erased,
            ListStore lists,
            ContactWriter writer,
            ContactWithdrawal withdrawal) {
        this.lookup = lookup;
        this.lists = lists;
        this.aliases = aliases;
        this.erased = erased;
        this.writer = writer;
        this.withdrawal = withdrawal;
    }

    /// Which lists of people the tenant has at all.
    public Lists lists(TenantId tenant) {
        return lists.of(tenant);
    }

    /// What any of the keys leads to.
    public Found find(TenantId tenant, ContactKeys keys) {
        return find(tenant, keys, keys, lists(tenant));
    }

    /// What any of the keys leads to.
    ///
    /// @param taken those of the keys that a contact may have now
    /// @param held the lists that the tenant has
    public Found find(TenantId tenant, ContactKeys keys, ContactKeys taken, Lists held) {
        lookup.goByIndex();
        List<Contact> contacts = new ArrayList<>();
        if (!taken.isEmpty()) {
            contacts.addAll(lookup.find(tenant, taken));
        }
        List<Former> former = new ArrayList<>();
        Map<UUID, List<UUID>> formerIds = Map.of();
        if (held.merged()) {
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
                held.erased() ? erased.among(tenant, keys) : new ContactKeys(),
                formerIds);
    }

    /// A contact, or the one that it was merged into, as the engine changes it.
    public Optional<Contact> find(TenantId tenant, UUID id) {
        return lookup.find(tenant, id);
    }

    /// Contacts as they stand, deleted ones too.
    public List<ContactStand> stands(TenantId tenant, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : lookup.stands(tenant, ids);
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
        lock(tenant);
        return raiseVersion(tenant);
    }

    /// The same for somebody who may find that nothing changes.
    public void lock(TenantId tenant) {
        writer.lock(tenant);
    }

    /// Says that the contacts, which are locked, are about to change.
    ///
    /// @return the version before this transaction's own change, which is one
    public long raiseVersion(TenantId tenant) {
        return writer.raiseVersion(tenant);
    }

    /// Writes contacts that were staged, in one go, and records whose consents they change.
    public void write(TenantId tenant, StagedContacts staged, Origin origin) {
        writer.write(tenant, staged, origin);
    }

    /// Deletes contacts; what is free then are their keys.
    public void delete(TenantId tenant, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            withdrawal.delete(tenant, ids);
        }
    }

    /// Brings a deleted contact back. Nobody else may have its keys by now.
    void restore(TenantId tenant, UUID id) {
        withdrawal.restore(tenant, id);
    }

    /// Takes all keys from contacts, so that they can be given new ones in any order.
    public void releaseKeys(TenantId tenant, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            withdrawal.releaseKeys(tenant, ids);
        }
    }
}
