package io.muster.server.imports.undo;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.undo.UndoOutcome;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactStand;
import io.muster.server.contacts.DryContacts;
import io.muster.server.contacts.DryContacts.Met;
import io.muster.server.imports.undo.store.DryUndoneStore;
import io.muster.server.imports.undo.store.PastStore;
import io.muster.server.imports.undo.store.PastStore.Event;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What would be stored after the batches that a dry run has undone so far. All calls of a run need
/// the same open transaction.
@Component
class DryGround implements Ground {
    private final ContactBatches stored;
    private final DryContacts contacts;
    private final PastStore past;
    private final DryUndoneStore undone;

    DryGround(ContactBatches stored, DryContacts contacts, PastStore past, DryUndoneStore undone) {
        this.stored = stored;
        this.contacts = contacts;
        this.past = past;
        this.undone = undone;
    }

    void begin() {
        contacts.begin();
        undone.create();
    }

    /// Stands as if the batch were undone.
    void follow(UndoneBatch batch) {
        List<Met> over = new ArrayList<>();
        // Nobody is left without a key but who is gone.
        batch.removed().forEach(id -> over.add(new Met(Contact.create(id).done(), 0)));
        batch.restored().forEach(restored -> over.add(new Met(restored.former(), 0)));
        contacts.put(over);
        undone.put(
                batch.of().delivery(),
                batch.rows().stream()
                        .filter(row -> row.outcome() instanceof UndoOutcome.Reverted)
                        .map(row -> row.row().number())
                        .toList());
    }

    @Override
    public List<ContactStand> stands(TenantId tenant, Collection<UUID> ids) {
        Map<UUID, Contact> over = new HashMap<>();
        contacts.over(ids).forEach(contact -> over.put(contact.id(), contact));
        return stored.stands(tenant, ids).stream()
                .map(stand -> {
                    Contact contact = over.get(stand.contact().id());
                    return contact == null
                            ? stand
                            : new ContactStand(contact, stand.version(), isGone(contact));
                })
                .toList();
    }

    @Override
    public List<Contact> holders(TenantId tenant, ContactKeys keys) {
        return contacts.find(tenant, keys).stream().map(Met::contact).toList();
    }

    @Override
    public List<Event> events(TenantId tenant, Collection<UUID> ids) {
        return past.eventsAfterDryRun(tenant, ids);
    }

    /// What an undo that stopped has deleted, and what this dry run would.
    @Override
    public Set<UUID> removed(TenantId tenant, UUID importId, Collection<ContactStand> deleted) {
        List<UUID> ids = deleted.stream().map(stand -> stand.contact().id()).toList();
        Set<UUID> removed =
                contacts.over(ids).stream()
                        .filter(DryGround::isGone)
                        .map(Contact::id)
                        .collect(Collectors.toSet());
        removed.addAll(past.removed(tenant, importId, deleted));
        return removed;
    }

    private static boolean isGone(Contact contact) {
        return Stream.of(IdentityKey.values()).allMatch(key -> contact.key(key) == null);
    }
}
