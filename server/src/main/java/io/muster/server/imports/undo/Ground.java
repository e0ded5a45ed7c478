package io.muster.server.imports.undo;

import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactStand;
import io.muster.server.contacts.Found;
import io.muster.server.imports.undo.store.PastStore.Event;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The contacts that an undo meets, and their past: as they are, or as a dry run has left them.
/// Every call needs the tenant's transaction.
interface Ground {

    /// What there is at the moment.
    ///
    /// @param stands contacts that were asked for, deleted ones too
    /// @param holders whoever the keys that were asked for lead to
    record Seen(List<ContactStand> stands, Found holders) {}

    Seen look(TenantId tenant, Collection<UUID> contacts, ContactKeys keys);

    List<Event> events(TenantId tenant, Collection<UUID> contacts);

    /// Which of these deleted contacts the undo of the import has deleted.
    Set<UUID> removed(TenantId tenant, UUID importId, Collection<ContactStand> deleted);
}
