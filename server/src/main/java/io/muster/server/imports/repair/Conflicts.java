package io.muster.server.imports.repair;

import io.muster.engine.matching.Contact;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.contacts.ContactLifecycle;
import io.muster.server.contacts.Origin;
import io.muster.server.imports.Import;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.RepairStore.Kind;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Rows whose keys belong to different contacts wait for a person, who says which of them is meant.
///
/// No key is ever taken from a contact: the row leaves out those that belong to others.
@Service
public class Conflicts {
    private final RepairWork work;
    private final ImportPlans plans;
    private final ContactLifecycle contacts;

    Conflicts(RepairWork work, ImportPlans plans, ContactLifecycle contacts) {
        this.work = work;
        this.plans = plans;
        this.contacts = contacts;
    }

    /// What a person says about a row.
    public sealed interface Resolution {

        /// It is about this contact; keys of others are left out.
        record Pick(UUID contact) implements Resolution {}

        /// It is about somebody new; keys that anybody has are left out.
        record CreateNew() implements Resolution {}
    }

    /// Whether a row waits for a person.
    public static boolean isConflict(RowNow row) {
        return row.outcome().info().stream()
                .anyMatch(info ->
                        info.code() == Code.MATCH_CONFLICT || info.code() == Code.KEY_TAKEN);
    }

    /// Merges the contacts that a row's keys belong to into one of them, for good. Everywhere else
    /// the others lead to it from then on, so it is no step of the import.
    ///
    /// @return what the row would be now
    /// @throws ApiProblem 403 for whoever may not change contacts, 404, 409 when the row has no
    ///   conflict, 422 for a contact that has none of its keys
    public RowNow merge(Caller caller, UUID importId, long row, UUID into) {
        if (!caller.may(Scope.CONTACTS_WRITE)) {
            throw new ApiProblem(
                    ProblemKind.FORBIDDEN, "Merging contacts needs the right to change them.");
        }
        return work.around(
                caller,
                importId,
                row,
                now -> {
                    requireConflict(now);
                    requireOwner(now, into);
                    now.owners().values().stream()
                            .map(Contact::id)
                            .filter(other -> !other.equals(into))
                            .distinct()
                            .forEach(other ->
                                    contacts.merge(
                                            caller.tenant(), into, other, null, Origin.of(caller)));
                });
    }

    /// Settles a conflict as one step that can be undone; the next attempt takes it up.
    ///
    /// @return what the row would be now
    /// @throws ApiProblem 404, 409 when the row has no conflict, 422 for a contact that has none of
    ///   its keys or when no key would be left
    public RowNow resolve(Caller caller, UUID importId, long row, Resolution resolution) {
        return work.change(
                caller,
                importId,
                row,
                Kind.RESOLVE,
                (of, now) -> leftOut(caller, of, now, resolution));
    }

    private Map<Integer, @Nullable String> leftOut(
            Caller caller, Import of, RowNow now, Resolution resolution) {
        requireConflict(now);
        Plan plan = plans.of(caller.tenant(), of);
        return switch (resolution) {
            case Resolution.Pick(UUID contact) -> {
                requireOwner(now, contact);
                yield leftOut(plan, now, own -> !own.id().equals(contact));
            }
            case Resolution.CreateNew() -> {
                if (now.keys().keySet().equals(now.owners().keySet())) {
                    throw refused(
                            "/choice",
                            Code.NO_IDENTITY,
                            "Every key of the row belongs to a contact, so none would be left for a new one."
                                    + " Pick a contact, or correct the row.");
                }
                yield leftOut(plan, now, _ -> true);
            }
        };
    }

    private static Map<Integer, @Nullable String> leftOut(
            Plan plan, RowNow now, Predicate<Contact> isOther) {
        Map<Integer, @Nullable String> cells = new HashMap<>();
        now.owners()
                .forEach((key, owner) -> {
                    if (isOther.test(owner)) {
                        for (Column column : plan.columns().of(key.field().key())) {
                            cells.put(column.index(), null);
                        }
                    }
                });
        return cells;
    }

    private static void requireConflict(RowNow now) {
        if (!isConflict(now)) {
            throw ApiProblem.conflict(
                    "The keys of row %d are in no conflict.".formatted(now.number()));
        }
    }

    private static void requireOwner(RowNow now, UUID contact) {
        if (now.owners().values().stream().noneMatch(own -> own.id().equals(contact))) {
            throw refused(
                    "/contact_id",
                    Code.INVALID_OPTION,
                    "This contact has none of the row's keys. Pick one that has.");
        }
    }

    private static ApiProblem refused(String pointer, Code code, String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError(pointer, code.name(), message)));
    }
}
