package io.muster.server.contacts;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.filter.FilterFields;
import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.contacts.filter.FilterReader;
import io.muster.server.contacts.store.FilteredStore;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reads filters, and finds the contacts that they mean.
@Component
public class FilteredContacts {
    private final TenantTransactions transactions;
    private final FilteredStore store;
    private final FieldRules rules;
    private final CustomFields fields;

    FilteredContacts(
            TenantTransactions transactions,
            FilteredStore store,
            FieldRules rules,
            CustomFields fields) {
        this.transactions = transactions;
        this.store = store;
        this.rules = rules;
        this.fields = fields;
    }

    /// Reads a filter as it was sent.
    ///
    /// @param pointer to it in what was sent
    /// @throws ApiProblem 422 naming every condition at fault
    public ContactFilter read(TenantId tenant, FilterNode node, String pointer) {
        Map<String, FieldSpec> active =
                fields.all(tenant).stream()
                        .collect(Collectors.toMap(CustomField::key, CustomField::spec));
        return new FilterReader(new FilterFields(active), rules.of(tenant)).read(node, pointer);
    }

    /// Filters that were read and kept before.
    public List<ContactFilter> kept(TenantId tenant, List<FilterNode> nodes) {
        FilterFields all = new FilterFields(fields.specs(tenant));
        return nodes.stream().map(node -> FilterReader.kept(node, all)).toList();
    }

    /// How many contacts each of the filters means, all at the same moment.
    public List<Long> count(TenantId tenant, List<ContactFilter> filters) {
        return filters.isEmpty()
                ? List.of()
                : transactions.call(tenant, () -> store.count(tenant, filters));
    }

    /// The keys of those number fields in which some contact has a number with decimals.
    public Set<String> withDecimals(TenantId tenant, List<CustomField> among) {
        List<String> numbers =
                among.stream()
                        .filter(field -> field.type() == FieldType.NUMBER)
                        .map(CustomField::key)
                        .toList();
        return numbers.isEmpty()
                ? Set.of()
                : transactions.call(tenant, () -> store.withDecimals(tenant, numbers));
    }

    /// Hands over all contacts that a filter means, as they stand at this moment, oldest first and
    /// few at a time; there may be millions. Needs the tenant's transaction, which stays open.
    public <T> T stream(
            TenantId tenant, ContactFilter filter, Function<Stream<Contact>, T> reader) {
        try (Stream<Contact> contacts = store.stream(tenant, filter)) {
            return reader.apply(contacts);
        }
    }
}
