package io.muster.server.fields;

import io.muster.server.fields.store.CustomFieldStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import org.springframework.stereotype.Service;

/// The custom fields of each tenant.
@Service
public class CustomFields {
    private final TenantTransactions transactions;
    private final CustomFieldStore store;

    CustomFields(TenantTransactions transactions, CustomFieldStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// The fields in use, by label.
    public List<CustomField> all(TenantId tenant) {
        return transactions.call(tenant, () -> store.inUse(tenant));
    }
}
