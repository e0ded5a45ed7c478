package io.muster.server.imports.undo;

import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactStand;
import io.muster.server.contacts.Found;
import io.muster.server.imports.undo.store.PastStore;
import io.muster.server.imports.undo.store.PastStore.Event;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What is stored.
@Component
class RealGround implements Ground {
    private final ContactBatches contacts;
    private final PastStore past;

    RealGround(ContactBatches contacts, PastStore past) {
        this.contacts = contacts;
        this.past = past;
    }

    @Override
    public Seen look(TenantId tenant, Collection<UUID> ids, ContactKeys keys) {
        return new Seen(
                contacts.stands(tenant, ids),
                keys.isEmpty() ? Found.NOTHING : contacts.find(tenant, keys));
    }

    @Override
    public List<Event> events(TenantId tenant, Collection<UUID> ids) {
        return past.events(tenant, ids);
    }

    @Override
    public Set<UUID> removed(TenantId tenant, UUID importId, Collection<ContactStand> deleted) {
        return past.removed(tenant, importId, deleted);
    }
}
