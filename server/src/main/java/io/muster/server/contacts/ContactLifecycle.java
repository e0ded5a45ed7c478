package io.muster.server.contacts;

import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.ContactFields;
import io.muster.server.contacts.store.AliasStore;
import io.muster.server.contacts.store.ConsentStore;
import io.muster.server.contacts.store.RemovalStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// How contacts become one, go, and go for good.
@Service
public class ContactLifecycle {
    private final TenantTransactions transactions;
    private final ContactBatches batches;
    private final AliasStore aliases;
    private final RemovalStore removals;
    private final ContactEdits edits;
    private final ConsentStore consents;
    private final ErasedKeys erased;
    private final List<ContactTraces> traces;

    ContactLifecycle(
            TenantTransactions transactions,
            ContactBatches batches,
            AliasStore aliases,
            RemovalStore removals,
            ContactEdits edits,
            ConsentStore consents,
            ErasedKeys erased,
            List<ContactTraces> traces) {
        this.transactions = transactions;
        this.batches = batches;
        this.aliases = aliases;
        this.removals = removals;
        this.edits = edits;
        this.consents = consents;
        this.erased = erased;
        this.traces = List.copyOf(traces);
    }

    /// Merges a contact into another. The survivor keeps its values, gains those that it lacks and
    /// the tags, and must not be contacted if either must not; a consent that either withdrew is
    /// withdrawn. From then on the other's id and keys lead to it.
    ///
    /// @param origin who merges them
    /// @throws ApiProblem 404 if there is no survivor, 422 if there is no other or both are the
    ///   same
    public void merge(TenantId tenant, UUID survivor, UUID other, Origin origin) {
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    Contact into = living(tenant, survivor);
                    Contact from =
                            batches.find(tenant, other)
                                    .orElseThrow(() ->
                                            refused(
                                                    "UNKNOWN_CONTACT",
                                                    "There is no such contact."));
                    if (from.id().equals(into.id())) {
                        throw refused("SAME_CONTACT", "Both are one contact already.");
                    }
                    Contact after = into.change().absorb(from).done();
                    // The other one first: it may give keys to the survivor.
                    batches.delete(tenant, List.of(from.id()));
                    var changed = ContactFields.changed(into, after);
                    batches.write(
                            tenant,
                            StagedContacts.of(List.of(new Change.Update(after, changed))),
                            origin);
                    edits.noteMerge(tenant, into.id(), changed.keySet(), origin);
                    aliases.lead(tenant, from, into.id());
                });
    }

    /// All ids under which rows may know a contact: its own, and those of the contacts that were
    /// merged into it.
    public List<UUID> allIds(TenantId tenant, UUID id) {
        return transactions.call(tenant, () -> aliases.allIdsOf(tenant, id));
    }

    /// Takes a contact out of use: it is not shown and not matched, and its keys are free.
    ///
    /// @throws ApiProblem 404 if there is none
    public void delete(TenantId tenant, UUID id) {
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    batches.delete(tenant, List.of(living(tenant, id).id()));
                });
    }

    /// Removes a contact, deleted or not, and those merged into it for good. Its keys are known as
    /// hashes from then on, so that it does not come back by import.
    ///
    /// @throws ApiProblem 404 if there is none
    public void erase(TenantId tenant, UUID id) {
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    Contact gone =
                            removals.find(tenant, id)
                                    .orElseThrow(() -> ApiProblem.notFound("contact"));
                    ContactKeys keys = ContactKeys.of(gone);
                    keys.addAll(aliases.keysOf(tenant, gone.id()));
                    erased.add(tenant, keys);
                    List<UUID> ids = aliases.allIdsOf(tenant, gone.id());
                    aliases.delete(tenant, gone.id());
                    removals.erase(tenant, ids);
                    consents.erase(tenant, ids);
                    edits.erase(tenant, ids);
                    traces.forEach(trace -> trace.erase(tenant, ids, keys));
                });
    }

    private Contact living(TenantId tenant, UUID id) {
        return batches.find(tenant, id).orElseThrow(() -> ApiProblem.notFound("contact"));
    }

    private static ApiProblem refused(String code, String message) {
        return ApiProblem.unprocessable(
                "These contacts cannot be merged.",
                List.of(new FieldError("/other", code, message)));
    }
}
