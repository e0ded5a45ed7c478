package io.muster.server.imports.undo;

import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactTraces;
import io.muster.server.imports.undo.store.UndoPreviewStore;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What previews of undos keep about contacts: they name some. Whoever opens one again has it
/// worked out anew.
@Component
class UndoTraces implements ContactTraces {
    private final UndoPreviewStore previews;

    UndoTraces(UndoPreviewStore previews) {
        this.previews = previews;
    }

    @Override
    public void erase(TenantId tenant, Collection<UUID> contacts, ContactKeys keys) {
        previews.removeAll(tenant);
    }
}
