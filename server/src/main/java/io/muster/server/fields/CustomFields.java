package io.muster.server.fields;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.outcome.Code;
import io.muster.server.fields.store.CustomFieldStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The custom fields of tenants.
///
/// Key and type of a field never change, since contacts hold values under them. A field that is
/// retired takes its values out of sight; under the same key it comes back with them.
@Component
public class CustomFields {

    /// The most fields that a tenant has at a time.
    public static final int MOST = 200;

    private final TenantTransactions transactions;
    private final CustomFieldStore store;

    CustomFields(TenantTransactions transactions, CustomFieldStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Fields that can be written to, by label.
    public List<CustomField> all(TenantId tenant) {
        return transactions.call(tenant, () -> store.active(tenant));
    }

    /// Fields by key, from a key on.
    ///
    /// @param after null for the first
    public List<CustomField> list(TenantId tenant, @Nullable String after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, after, limit));
    }

    /// Fields out of use by key, from a key on.
    ///
    /// @param after null for the first
    public List<CustomField> listRetired(TenantId tenant, @Nullable String after, int limit) {
        return transactions.call(tenant, () -> store.listRetired(tenant, after, limit));
    }

    /// @throws ApiProblem 404 if there is none
    public CustomField get(TenantId tenant, String key) {
        return transactions
                .call(tenant, () -> store.find(tenant, key))
                .orElseThrow(() -> ApiProblem.notFound("field"));
    }

    /// What every key holds, of retired fields too: an import under way goes on writing to a field
    /// that somebody retires.
    public Map<String, FieldSpec> specs(TenantId tenant) {
        return byKey(transactions.call(tenant, () -> store.everything(tenant)));
    }

    /// What retired fields hold, by key.
    public Map<String, FieldSpec> retired(TenantId tenant) {
        return byKey(transactions.call(tenant, () -> store.retired(tenant)));
    }

    /// Fields out of use, by label; they come back with the values that contacts hold of them.
    public List<CustomField> outOfUse(TenantId tenant) {
        return transactions.call(tenant, () -> store.retired(tenant));
    }

    private static Map<String, FieldSpec> byKey(List<CustomField> fields) {
        return fields.stream()
                .collect(Collectors.toUnmodifiableMap(CustomField::key, CustomField::spec));
    }

    /// Adds a field, or brings one of the same type back that was retired.
    ///
    /// @param key null to make one out of the label
    /// @throws ApiProblem 422 for a key that is taken, or when there are too many
    public CustomField create(
            TenantId tenant, @Nullable String key, String label, FieldSpec wanted) {
        return create(tenant, key, label, wanted, "");
    }

    /// @param key null to make one out of the label
    /// @param description what it is for, perhaps empty
    /// @throws ApiProblem 422 for a key that is taken, or when there are too many
    public CustomField create(
            TenantId tenant,
            @Nullable String key,
            String label,
            FieldSpec wanted,
            String description) {
        return transactions.call(
                tenant,
                () -> {
                    store.lock(tenant);
                    Map<String, FieldSpec> all = specs(tenant);
                    String free = key == null ? FieldKeys.free(label, all.keySet()) : key;
                    FieldSpec there = all.get(free);
                    boolean active = store.find(tenant, free).isPresent();
                    if (active || (there != null && there.type() != wanted.type())) {
                        throw refused("/key", Code.FIELD_EXISTS, exists(free, active));
                    }
                    refuseTooMany(tenant, 1, "");
                    CustomField field =
                            new CustomField(
                                    free, label, wanted.type(), wanted.options(), description);
                    store.insert(tenant, field);
                    store.change(tenant, field);
                    return field;
                });
    }

    /// Adds fields; one whose key exists stays as it is.
    ///
    /// @throws ApiProblem 422 when there are too many
    public void ensure(TenantId tenant, List<CustomField> fields) {
        if (fields.isEmpty()) {
            return;
        }
        transactions.run(
                tenant,
                () -> {
                    store.lock(tenant);
                    Set<String> active =
                            store.active(tenant).stream()
                                    .map(CustomField::key)
                                    .collect(Collectors.toSet());
                    List<CustomField> more =
                            fields.stream().filter(field -> active.add(field.key())).toList();
                    refuseTooMany(tenant, more.size(), "");
                    for (CustomField field : more) {
                        store.insert(tenant, field);
                        store.addOptions(tenant, field.key(), field.options(), FieldOptions.MOST);
                    }
                });
    }

    /// Gives a field another label, description or other options. Values that contacts have stay.
    ///
    /// @param seen the options that somebody has changed; those that an import has added since stay
    /// @throws ApiProblem 404 if there is none, 422 when there come to be too many options
    public CustomField change(TenantId tenant, CustomField field, List<String> seen) {
        return transactions.call(
                tenant,
                () -> {
                    CustomField there =
                            store.findToChange(tenant, field.key())
                                    .orElseThrow(() -> ApiProblem.notFound("field"));
                    Set<String> options = new LinkedHashSet<>(field.options());
                    there.options().stream()
                            .filter(option -> !seen.contains(option))
                            .forEach(options::add);
                    if (options.size() > FieldOptions.MOST) {
                        throw refused("/options", Code.INVALID_OPTION, FieldOptions.TOO_MANY);
                    }
                    CustomField changed =
                            new CustomField(
                                    field.key(),
                                    field.label(),
                                    there.type(),
                                    List.copyOf(options),
                                    field.description());
                    store.change(tenant, changed);
                    return changed;
                });
    }

    /// Adds options that are not there yet, as long as there is room. Values beyond it are kept by
    /// the contacts that have them, but not offered.
    public void addOptions(TenantId tenant, String key, Collection<String> options) {
        if (!options.isEmpty()) {
            transactions.run(
                    tenant, () -> store.addOptions(tenant, key, options, FieldOptions.MOST));
        }
    }

    /// Takes a field out of use; contacts keep their values.
    ///
    /// @throws ApiProblem 404 if there is none
    public void retire(TenantId tenant, String key) {
        if (!transactions.call(tenant, () -> store.retire(tenant, key))) {
            throw ApiProblem.notFound("field");
        }
    }

    /// Brings a field back that was retired, as it was, with the values that contacts hold of it.
    ///
    /// @throws ApiProblem 404 if there is none, 422 when there are too many
    public CustomField restore(TenantId tenant, String key) {
        return transactions.call(
                tenant,
                () -> {
                    store.lock(tenant);
                    refuseTooMany(tenant, 1, "");
                    if (!store.restore(tenant, key)) {
                        throw ApiProblem.notFound("field");
                    }
                    return get(tenant, key);
                });
    }

    /// @param more fields that are to be added
    /// @param pointer to what asks for them
    /// @throws ApiProblem 422 when a tenant cannot have so many
    public void refuseTooMany(TenantId tenant, int more, String pointer) {
        if (more > 0 && all(tenant).size() + more > MOST) {
            throw refused(
                    pointer,
                    Code.TOO_MANY_FIELDS,
                    "There can be %d custom fields at most. Remove some you do not need."
                            .formatted(MOST));
        }
    }

    private static String exists(String key, boolean active) {
        return active
                ? "There is a field with the key %s already. Change that one, or choose another key."
                        .formatted(key)
                : "A retired field of another type has the key %s, and contacts may hold its values. Choose another key."
                        .formatted(key);
    }

    private static ApiProblem refused(String pointer, Code code, String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError(pointer, code.name(), message)));
    }
}
