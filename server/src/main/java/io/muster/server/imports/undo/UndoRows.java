package io.muster.server.imports.undo;

import io.muster.server.imports.undo.store.UndoRowStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of an undo and how each ended.
@Component
public class UndoRows {
    private final TenantTransactions transactions;
    private final UndoRowStore store;

    UndoRows(TenantTransactions transactions, UndoRowStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Rows in file order.
    ///
    /// @param filter null for all rows
    /// @param after only rows with a higher number
    public List<UndoRow> list(
            TenantId tenant, UUID importId, @Nullable UndoFilter filter, long after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, importId, filter, after, limit));
    }
}
