package io.muster.server.imports.undo;

import io.muster.engine.matching.Contact;
import io.muster.engine.undo.UndoOutcome;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactStand;
import io.muster.server.contacts.Found;
import io.muster.server.contacts.Met;
import io.muster.server.contacts.Overlay;
import io.muster.server.imports.undo.store.DryUndoneStore;
import io.muster.server.imports.undo.store.PastStore;
import io.muster.server.imports.undo.store.PastStore.Event;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What would be stored after the batches that one dry run has undone so far. All calls need the
/// same open transaction.
final class DryGround implements Ground {
    private final RealGround real;
    private final Overlay contacts;
    private final PastStore past;
    private final DryUndoneStore undone;

    DryGround(RealGround real, Overlay contacts, PastStore past, DryUndoneStore undone) {
        this.real = real;
        this.contacts = contacts;
        this.past = past;
        this.undone = undone;
        undone.create();
    }

    /// Stands as if the batch were undone, which was the last to be looked at.
    void follow(UndoneBatch batch) {
        List<Met> over = new ArrayList<>();
        // Whoever is gone has no keys.
        batch.removed().forEach(id -> over.add(new Met(Contact.create(id).done(), 0, true)));
        batch.restored().forEach(restored -> over.add(new Met(restored.former(), 0, true)));
        contacts.put(over);
        undone.remove(batch.removed());
        undone.put(
                batch.of().delivery(),
                batch.rows().stream()
                        .filter(row -> row.outcome() instanceof UndoOutcome.Reverted)
                        .map(row -> row.row().number())
                        .toList());
    }

    @Override
    public Seen look(TenantId tenant, Collection<UUID> ids, ContactKeys keys) {
        Seen stored = real.look(tenant, ids, keys);
        List<Contact> living =
                Stream.concat(
                                stored.stands().stream()
                                        .filter(stand -> !stand.deleted())
                                        .map(ContactStand::contact),
                                stored.holders().contacts().stream())
                        .toList();
        Map<UUID, Contact> now = new HashMap<>();
        for (Met met : contacts.over(living, keys)) {
            now.put(met.contact().id(), met.contact());
        }
        undone.removed(now.keySet()).forEach(now::remove);
        Found holders = stored.holders();
        return new Seen(
                stored.stands().stream()
                        .map(stand -> at(stand, now.get(stand.contact().id())))
                        .toList(),
                new Found(
                        List.copyOf(now.values()),
                        holders.former(),
                        holders.erased(),
                        holders.formerIds()));
    }

    private static ContactStand at(ContactStand stored, @Nullable Contact now) {
        return now == null
                ? new ContactStand(stored.contact(), stored.version(), true, stored.merged())
                : new ContactStand(now, stored.version(), false, false);
    }

    @Override
    public List<Event> events(TenantId tenant, Collection<UUID> ids) {
        return past.eventsAfterDryRun(tenant, ids);
    }

    /// What an undo that stopped has deleted, and what this dry run would.
    @Override
    public Set<UUID> removed(TenantId tenant, UUID importId, Collection<ContactStand> deleted) {
        Set<UUID> removed =
                new HashSet<>(
                        undone.removed(
                                deleted.stream().map(stand -> stand.contact().id()).toList()));
        removed.addAll(past.removed(tenant, importId, deleted));
        return removed;
    }
}
