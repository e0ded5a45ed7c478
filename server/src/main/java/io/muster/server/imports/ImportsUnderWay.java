package io.muster.server.imports;

import io.muster.server.contacts.ContactChanges;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Imports, and their undos, that change contacts as long as they run.
@Component
class ImportsUnderWay implements ContactChanges {
    private static final int MOST = 5;

    private static final List<ImportStatus> ACTIVE =
            Stream.of(ImportStatus.values()).filter(ImportStatus::isActive).toList();

    private final TenantTransactions transactions;
    private final ImportStore store;

    ImportsUnderWay(TenantTransactions transactions, ImportStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public List<Change> underWay(TenantId tenant) {
        return transactions.call(tenant, () -> store.list(tenant, ACTIVE, null, MOST)).stream()
                .map(of -> new Change(of.file().name(), "/imports/" + of.id()))
                .toList();
    }
}
