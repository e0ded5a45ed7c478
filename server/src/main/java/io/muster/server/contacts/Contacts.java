package io.muster.server.contacts;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.Rules;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.ContactFields;
import io.muster.engine.outcome.Code;
import io.muster.server.contacts.store.AliasStore;
import io.muster.server.contacts.store.ConsentStore;
import io.muster.server.contacts.store.ContactStore;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Contacts one at a time, for people and programs.
@Service
public class Contacts {
    private final TenantTransactions transactions;
    private final ContactStore store;
    private final ContactBatches batches;
    private final ContactEdits edits;
    private final FieldRules fieldRules;
    private final CustomFields customFields;
    private final ConsentStore consents;
    private final AliasStore aliases;
    private final ErasedKeys erased;

    Contacts(
            TenantTransactions transactions,
            ContactStore store,
            ContactBatches batches,
            ContactEdits edits,
            FieldRules fieldRules,
            CustomFields customFields,
            ConsentStore consents,
            AliasStore aliases,
            ErasedKeys erased) {
        this.transactions = transactions;
        this.store = store;
        this.batches = batches;
        this.edits = edits;
        this.fieldRules = fieldRules;
        this.customFields = customFields;
        this.consents = consents;
        this.aliases = aliases;
        this.erased = erased;
    }

    /// Those of the contacts that are there, newest first.
    public List<Contact> some(TenantId tenant, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : transactions.call(tenant, () -> store.some(tenant, ids));
    }

    /// A contact, or the one that it was merged into.
    ///
    /// @throws ApiProblem 404 if there is none
    public Contact get(TenantId tenant, UUID id) {
        return find(tenant, id).orElseThrow(() -> ApiProblem.notFound("contact"));
    }

    /// A contact, or the one that it was merged into.
    public Optional<Contact> find(TenantId tenant, UUID id) {
        return transactions.call(tenant, () -> store.find(tenant, id));
    }

    /// A contact that was deleted, and can come back.
    public Optional<Contact> deleted(TenantId tenant, UUID id) {
        return transactions.call(tenant, () -> store.deleted(tenant, id));
    }

    /// Changes fields of a contact.
    ///
    /// @param changes values by field name as in the API; null clears a field
    /// @param origin who changes them
    /// @throws ApiProblem 404 if there is no such contact, 422 naming every field at fault
    public Contact change(
            TenantId tenant, UUID id, Map<String, @Nullable Object> changes, Origin origin) {
        return change(tenant, id, changes, stored -> List.of(), origin);
    }

    /// Changes fields of a contact, if it still is what somebody has seen.
    ///
    /// @param changes values by field name as in the API; null clears a field
    /// @param check what is wrong with changing the contact, which it is shown as it stands right
    ///   before
    /// @param origin who changes them
    /// @throws ApiProblem 404 if there is no such contact, 422 naming every field at fault
    public Contact change(
            TenantId tenant,
            UUID id,
            Map<String, @Nullable Object> changes,
            Function<Contact, List<FieldError>> check,
            Origin origin) {
        Rules rules = fieldRules.of(tenant);
        Map<String, FieldSpec> custom =
                customFields.all(tenant).stream()
                        .collect(Collectors.toMap(CustomField::key, CustomField::spec));
        return transactions.call(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    var patch = new ContactPatch(rules, custom);
                    patch.errors().addAll(check.apply(get(tenant, id)));
                    return change(tenant, id, changes, patch, origin);
                });
    }

    /// How the consents of a contact, and of those merged into it, came to be, the newest first.
    ///
    /// @param before the id of the record after the last, null to begin
    /// @throws ApiProblem 404 if there is no such contact
    public List<ConsentRecord> consents(
            TenantId tenant, UUID id, @Nullable Long before, int limit) {
        return transactions.call(
                tenant,
                () -> {
                    List<UUID> ids = aliases.allIdsOf(tenant, get(tenant, id).id());
                    return consents.list(tenant, ids, before, limit);
                });
    }

    private Contact change(
            TenantId tenant,
            UUID id,
            Map<String, @Nullable Object> changes,
            ContactPatch patch,
            Origin origin) {
        var stored = batches.find(tenant, id).orElseThrow(() -> ApiProblem.notFound("contact"));
        var after = patch.apply(stored, changes);
        refuseTakenKeys(tenant, stored, after, patch);
        if (!patch.errors().isEmpty()) {
            throw ApiProblem.unprocessable(
                    "Some fields cannot be taken as they are.", patch.errors());
        }
        var changed = ContactFields.changed(stored, after);
        if (!changed.isEmpty()) {
            batches.write(
                    tenant, StagedContacts.of(List.of(new Change.Update(after, changed))), origin);
            edits.note(tenant, stored.id(), changed.keySet(), origin);
        }
        // Whoever is entered by hand wants to be there.
        erased.remove(tenant, newKeys(stored, after));
        return get(tenant, id);
    }

    private void refuseTakenKeys(
            TenantId tenant,
            io.muster.engine.matching.Contact stored,
            io.muster.engine.matching.Contact after,
            ContactPatch patch) {
        newKeys(stored, after)
                .forEach((key, value) -> {
                    var one = new ContactKeys();
                    one.add(key, value);
                    if (batches.find(tenant, one).contacts().stream()
                            .anyMatch(owner -> !owner.id().equals(stored.id()))) {
                        patch.error(
                                "/" + key.field().key(),
                                Code.KEY_TAKEN.name(),
                                "Another contact has this value already. Merge the two, or choose another value.");
                    }
                });
    }

    private static ContactKeys newKeys(
            io.muster.engine.matching.Contact stored, io.muster.engine.matching.Contact after) {
        var keys = new ContactKeys();
        ContactKeys.of(after)
                .forEach((key, value) -> {
                    if (!value.equals(stored.key(key))) {
                        keys.add(key, value);
                    }
                });
        return keys;
    }
}
