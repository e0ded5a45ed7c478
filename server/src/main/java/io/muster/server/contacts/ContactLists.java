package io.muster.server.contacts;

import io.muster.engine.field.StandardField;
import io.muster.server.access.Sight;
import io.muster.server.contacts.store.ContactStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lists of contacts, newest first, each page in a time that does not grow with their number.
@Component
public class ContactLists {
    private final TenantTransactions transactions;
    private final ContactStore store;
    private final FieldRules fieldRules;

    ContactLists(TenantTransactions transactions, ContactStore store, FieldRules fieldRules) {
        this.transactions = transactions;
        this.store = store;
        this.fieldRules = fieldRules;
    }

    /// Reads what a person typed; phone numbers in any way the tenant writes them.
    ///
    /// @param sight of whoever searches
    public ContactSearch search(TenantId tenant, String text, Sight sight) {
        return text.isBlank()
                ? new ContactSearch.All()
                : ContactSearch.of(text, fieldRules.of(tenant).of(StandardField.PHONE), sight);
    }

    /// A part of the contacts that are sought. Whoever has the very external id that was searched
    /// for comes first.
    ///
    /// @param limit how many contacts at most, one at least
    public Slice list(TenantId tenant, ContactQuery query, Place place, int limit) {
        return transactions.call(
                tenant,
                () -> {
                    Contact named =
                            place instanceof Place.Newest ? store.named(tenant, query) : null;
                    return named == null
                            ? slice(tenant, query, place, limit)
                            : slice(tenant, query, place, limit - 1).behind(named);
                });
    }

    private Slice slice(TenantId tenant, ContactQuery query, Place place, int limit) {
        List<Contact> fetched = store.list(tenant, query, place, limit + 1);
        return Slice.of(
                fetched,
                place,
                limit,
                fetched.size() > limit ? null : reached(tenant, query, place));
    }

    private @Nullable UUID reached(TenantId tenant, ContactQuery query, Place place) {
        return query.isIndexed() ? null : store.reached(tenant, place).orElse(null);
    }

    /// How many contacts are sought, as far as can be said at once.
    public Tally tally(TenantId tenant, ContactQuery query) {
        return transactions.call(
                tenant,
                () -> {
                    long counted = store.countNear(tenant, query, Tally.LIMIT + 1);
                    if (counted > Tally.LIMIT) {
                        return Tally.atLeast(Tally.LIMIT);
                    }
                    long all = counted + (store.named(tenant, query) == null ? 0 : 1);
                    return reached(tenant, query, new Place.Newest()) == null
                            ? Tally.exactly(all)
                            : Tally.atLeast(all);
                });
    }

    /// Whether the tenant has so few contacts that whoever waits can have all of them looked
    /// through.
    public boolean areFew(TenantId tenant) {
        return transactions.call(tenant, () -> store.reached(tenant, new Place.Newest()).isEmpty());
    }

    /// How many contacts are sought; may look through all of them.
    public long count(TenantId tenant, ContactQuery query) {
        return transactions.call(
                tenant,
                () -> store.count(tenant, query) + (store.named(tenant, query) == null ? 0 : 1));
    }
}
