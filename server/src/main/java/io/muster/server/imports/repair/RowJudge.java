package io.muster.server.imports.repair;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.Repaired;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.imports.run.BatchLookup;
import io.muster.server.imports.run.Known;
import io.muster.server.imports.store.DeliveryStore;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Says what rows would be if they were taken up now, each by itself: the engine's own decider over
/// one look-up, without anything being written. Needs the tenant's transaction.
///
/// Before the first attempt it does not know what other rows of the file will do; a review does.
@Component
class RowJudge {
    private final BatchLookup lookup;
    private final DeliveryStore deliveries;

    RowJudge(BatchLookup lookup, DeliveryStore deliveries) {
        this.lookup = lookup;
        this.deliveries = deliveries;
    }

    List<RowNow> judge(TenantId tenant, UUID importId, Plan plan, List<Repaired> rows) {
        Decider decider = plan.decider(Ids::next);
        ContactKeys keys = new ContactKeys();
        for (Repaired row : rows) {
            keys.addAll(keys(decider, row));
        }
        Known known = lookup.find(tenant, keys);
        Map<UUID, Long> placed = placed(tenant, importId, known);
        return rows.stream().map(row -> judge(decider, row, known, placed)).toList();
    }

    /// For each contact the first row that was placed at it, or at one that was merged into it.
    private Map<UUID, Long> placed(TenantId tenant, UUID importId, Known known) {
        Map<UUID, UUID> into = new HashMap<>();
        for (Contact contact : known.contacts()) {
            into.put(contact.id(), contact.id());
        }
        known.found().formerIds().forEach((id, former) -> former.forEach(one -> into.put(one, id)));
        Map<UUID, Long> placed = new HashMap<>();
        deliveries
                .firstRows(tenant, importId, into.keySet())
                .forEach((id, row) -> placed.merge(into.getOrDefault(id, id), row, Math::min));
        return placed;
    }

    private static RowNow judge(
            Decider decider, Repaired row, Known known, Map<UUID, Long> placed) {
        WorkingSet contacts = new WorkingSet();
        known.mark(contacts);
        known.contacts().forEach(contacts::put);
        placed.forEach(contacts::placed);
        Map<IdentityKey, Contact> owners = new EnumMap<>(IdentityKey.class);
        Map<IdentityKey, String> keys = keys(decider, row);
        keys.forEach((key, value) -> {
            Contact owner = contacts.find(key, value);
            if (owner != null) {
                owners.put(key, owner);
            }
        });
        Decision decision = decider.decide(row.mapped(), contacts);
        Contact before =
                decision.outcome() instanceof Outcome.Placed at
                        ? known.contacts().stream()
                                .filter(contact -> contact.id().equals(at.contactId()))
                                .findFirst()
                                .orElse(null)
                        : null;
        return new RowNow(row, decision, keys, owners, before);
    }

    private static Map<IdentityKey, String> keys(Decider decider, Repaired row) {
        return row.mapped() instanceof MappedRow.Candidate candidate
                ? decider.keys(candidate)
                : Map.of();
    }
}
