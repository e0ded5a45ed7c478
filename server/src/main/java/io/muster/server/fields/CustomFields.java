package io.muster.server.fields;

import io.muster.server.fields.store.CustomFieldStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import org.springframework.stereotype.Component;

/// The custom fields of tenants.
@Component
public class CustomFields {
    private final TenantTransactions transactions;
    private final CustomFieldStore store;

    CustomFields(TenantTransactions transactions, CustomFieldStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Fields that can be written to, by label.
    public List<CustomField> all(TenantId tenant) {
        return transactions.call(tenant, () -> store.all(tenant));
    }

    /// Adds fields; one whose key exists stays as it is.
    public void ensure(TenantId tenant, List<CustomField> fields) {
        transactions.run(tenant, () -> fields.forEach(field -> store.insert(tenant, field)));
    }
}
