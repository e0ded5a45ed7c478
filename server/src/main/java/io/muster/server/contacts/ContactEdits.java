package io.muster.server.contacts;

import io.muster.server.contacts.store.ContactEditStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Notes who changed which fields of a contact, so that an undo leaves them alone. Whoever writes
/// contacts and does not write the log calls it, in the transaction of the change.
@Component
public class ContactEdits {
    private final TenantTransactions transactions;
    private final ContactEditStore store;

    ContactEdits(TenantTransactions transactions, ContactEditStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Needs the tenant's write lock.
    ///
    /// @param fields by their names in the API; none when nothing has changed
    public void note(TenantId tenant, UUID contact, Collection<String> fields, Origin origin) {
        if (!fields.isEmpty()) {
            store.insert(tenant, contact, fields, origin.text());
        }
    }

    /// Another contact has become one with this one. Needs the tenant's write lock.
    ///
    /// @param fields whose values came from the other; perhaps none
    public void noteMerge(TenantId tenant, UUID contact, Collection<String> fields, Origin origin) {
        store.insert(
                tenant, contact, fields, origin.text() + ", who merged another contact into it");
    }

    /// The contact was taken out of use. Needs the tenant's write lock.
    void noteDeletion(TenantId tenant, UUID contact, Origin origin) {
        store.insert(tenant, contact, List.of(), origin.text() + ", who deleted it");
    }

    /// The contact is in use again. Needs the tenant's write lock.
    void noteRestoring(TenantId tenant, UUID contact, Origin origin) {
        store.insert(tenant, contact, List.of(), origin.text() + ", who brought it back");
    }

    /// What was done to a contact, the newest first.
    ///
    /// @param contacts its id, and those of the contacts that were merged into it
    public List<ContactEdit> of(TenantId tenant, List<UUID> contacts, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, contacts, limit));
    }

    /// Forgets what was done to contacts that are erased.
    void erase(TenantId tenant, Collection<UUID> contacts) {
        store.delete(tenant, contacts);
    }
}
