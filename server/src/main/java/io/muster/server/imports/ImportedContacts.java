package io.muster.server.imports;

import io.muster.server.contacts.ContactHistory;
import io.muster.server.imports.store.ContactRowStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells which imports and sources a contact comes from.
@Component
class ImportedContacts implements ContactHistory {
    private final TenantTransactions transactions;
    private final ContactRowStore store;

    ImportedContacts(TenantTransactions transactions, ContactRowStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public List<Event> of(TenantId tenant, List<UUID> contacts, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, contacts, limit)).stream()
                .map(row ->
                        new Event(
                                row.at(),
                                row.action(),
                                row.fields(),
                                row.origin(),
                                row.row(),
                                row.importId() == null
                                        ? "/import-log/" + row.delivery() + "/" + row.row()
                                        : "/imports/" + row.importId() + "/rows?from=" + row.row()))
                .toList();
    }
}
