package io.muster.server.contacts;

import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.filter.ContactFilter.Condition;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.filter.FilterOp;
import io.muster.server.contacts.store.HeldStore;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.FieldHolders;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells which contacts hold values of custom fields.
@Component
class HeldFields implements FieldHolders {
    private final TenantTransactions transactions;
    private final HeldStore store;
    private final FilteredContacts contacts;

    HeldFields(TenantTransactions transactions, HeldStore store, FilteredContacts contacts) {
        this.transactions = transactions;
        this.store = store;
        this.contacts = contacts;
    }

    @Override
    public Sample sample(TenantId tenant) {
        return transactions.call(tenant, () -> store.fields(tenant));
    }

    @Override
    public Sample options(TenantId tenant, CustomField field, List<String> options) {
        return transactions.call(tenant, () -> store.options(tenant, field.key(), options));
    }

    @Override
    public long count(TenantId tenant, CustomField field) {
        ContactFilter holds =
                new Condition(
                        new FilterField.Custom(field.key(), field.spec()),
                        FilterOp.IS_NOT_EMPTY,
                        null);
        return contacts.count(tenant, List.of(holds)).getFirst();
    }
}
