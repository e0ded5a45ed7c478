package io.muster.server.contacts;

import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.ContactFields;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.outcome.Code;
import io.muster.server.contacts.store.AliasStore;
import io.muster.server.contacts.store.ConsentStore;
import io.muster.server.contacts.store.RemovalStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How contacts become one, go, come back, and go for good.
@Service
public class ContactLifecycle {
    /// Somebody else was faster.
    public static final String CHANGED_MEANWHILE = "CHANGED_MEANWHILE";

    private static final String TAKEN_SINCE =
            "Another contact has this value by now. Take it away there first, and then bring this one back.";
    private static final String ERASED_SINCE =
            "The person with this value was erased since, so the contact does not come back.";

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
    /// @param seen of the merging that somebody has agreed to; null when nobody has looked before
    /// @param origin who merges them
    /// @throws ApiProblem 404 if there is no survivor, 422 if there is no other, both are the same,
    ///   or they have changed since they were seen
    public void merge(
            TenantId tenant, UUID survivor, UUID other, @Nullable String seen, Origin origin) {
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    Merging merging = look(tenant, survivor, other);
                    if (seen != null && !seen.equals(merging.seen())) {
                        throw refused(
                                CHANGED_MEANWHILE,
                                "One of them has changed since you looked. See what would be kept now.");
                    }
                    Contact into = merging.into();
                    // The other one first: it may give keys to the survivor.
                    batches.delete(tenant, List.of(merging.from().id()));
                    var changed = ContactFields.changed(into, merging.after());
                    batches.write(
                            tenant,
                            StagedContacts.of(List.of(new Change.Update(merging.after(), changed))),
                            origin);
                    edits.noteMerge(tenant, into.id(), changed.keySet(), origin);
                    aliases.lead(tenant, merging.from(), into.id());
                });
    }

    /// What a merge would do.
    ///
    /// @throws ApiProblem as a merge itself
    public Merging preview(TenantId tenant, UUID survivor, UUID other) {
        return transactions.call(tenant, () -> look(tenant, survivor, other));
    }

    private Merging look(TenantId tenant, UUID survivor, UUID other) {
        Contact into = living(tenant, survivor);
        Contact from =
                batches.find(tenant, other)
                        .orElseThrow(() -> refused("UNKNOWN_CONTACT", "There is no such contact."));
        if (from.id().equals(into.id())) {
            throw refused("SAME_CONTACT", "Both are one contact already.");
        }
        String seen =
                batches.stands(tenant, List.of(into.id(), from.id())).stream()
                        .map(stand -> Long.toString(stand.version()))
                        .collect(Collectors.joining("-"));
        return new Merging(into, from, into.change().absorb(from).done(), seen);
    }

    /// All ids under which rows may know a contact: its own, and those of the contacts that were
    /// merged into it.
    public List<UUID> allIds(TenantId tenant, UUID id) {
        return transactions.call(tenant, () -> aliases.allIdsOf(tenant, id));
    }

    /// Takes a contact out of use: it is not shown and not matched, and its keys are free.
    ///
    /// @param origin who deletes it
    /// @throws ApiProblem 404 if there is none
    public void delete(TenantId tenant, UUID id, Origin origin) {
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    UUID contact = living(tenant, id).id();
                    batches.delete(tenant, List.of(contact));
                    edits.noteDeletion(tenant, contact, origin);
                });
    }

    /// Brings a contact back that was deleted, as it was.
    ///
    /// @param origin who brings it back
    /// @throws ApiProblem 404 if there is none, 409 if it is not deleted, 422 naming each key that
    ///   another contact has by now, or whose owner was erased since
    public void restore(TenantId tenant, UUID id, Origin origin) {
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    Contact gone = present(tenant, id);
                    if (batches.find(tenant, gone.id()).isPresent()) {
                        throw ApiProblem.conflict("The contact is not deleted.");
                    }
                    List<FieldError> errors = new ArrayList<>();
                    ContactKeys keys = ContactKeys.of(gone);
                    ContactKeys dead = erased.among(tenant, keys);
                    keys.forEach((key, value) -> {
                        if (dead.distinct(key).contains(value)) {
                            errors.add(error(key, Code.ERASED, ERASED_SINCE));
                        } else if (isTaken(tenant, key, value)) {
                            errors.add(error(key, Code.KEY_TAKEN, TAKEN_SINCE));
                        }
                    });
                    if (!errors.isEmpty()) {
                        throw ApiProblem.unprocessable(
                                "The contact cannot come back as it was.", errors);
                    }
                    batches.restore(tenant, gone.id());
                    edits.noteRestoring(tenant, gone.id(), origin);
                });
    }

    /// Whether a contact has the key itself; one that it only leads to can do without.
    private boolean isTaken(TenantId tenant, IdentityKey key, String value) {
        var one = new ContactKeys();
        one.add(key, value);
        return batches.find(tenant, one).contacts().stream()
                .anyMatch(holder -> value.equals(holder.key(key)));
    }

    private static FieldError error(IdentityKey key, Code code, String message) {
        return new FieldError("/" + key.field().key(), code.name(), message);
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
                    Contact gone = present(tenant, id);
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

    /// Deleted or not.
    private Contact present(TenantId tenant, UUID id) {
        return removals.find(tenant, id).orElseThrow(() -> ApiProblem.notFound("contact"));
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
