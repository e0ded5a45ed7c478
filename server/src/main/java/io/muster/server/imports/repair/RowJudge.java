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
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.imports.store.DeliveryStore;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import java.util.EnumMap;
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
    private final ContactBatches contacts;
    private final DeliveryStore deliveries;

    RowJudge(ContactBatches contacts, DeliveryStore deliveries) {
        this.contacts = contacts;
        this.deliveries = deliveries;
    }

    List<RowNow> judge(TenantId tenant, UUID importId, Plan plan, List<Repaired> rows) {
        Decider decider = plan.decider(Ids::next);
        ContactKeys keys = new ContactKeys();
        for (Repaired row : rows) {
            keys.addAll(keys(decider, row));
        }
        List<Contact> found = contacts.find(tenant, keys);
        Map<UUID, Long> placed =
                deliveries.firstRows(
                        tenant, importId, found.stream().map(Contact::id).distinct().toList());
        return rows.stream().map(row -> judge(decider, row, found, placed)).toList();
    }

    private static RowNow judge(
            Decider decider, Repaired row, List<Contact> found, Map<UUID, Long> placed) {
        WorkingSet contacts = new WorkingSet();
        found.forEach(contacts::put);
        placed.forEach(contacts::placed);
        Decision decision = decider.decide(row.mapped(), contacts);
        Map<IdentityKey, Contact> owners = new EnumMap<>(IdentityKey.class);
        keys(decider, row)
                .forEach((key, value) ->
                        found.stream()
                                .filter(contact -> value.equals(contact.key(key)))
                                .findFirst()
                                .ifPresent(contact -> owners.put(key, contact)));
        Contact before =
                decision.outcome() instanceof Outcome.Placed at
                        ? found.stream()
                                .filter(contact -> contact.id().equals(at.contactId()))
                                .findFirst()
                                .orElse(null)
                        : null;
        return new RowNow(
                row,
                decision.outcome(),
                owners,
                before,
                decision.change() == null ? null : decision.change().after());
    }

    private static Map<IdentityKey, String> keys(Decider decider, Repaired row) {
        return row.mapped() instanceof MappedRow.Candidate candidate
                ? decider.keys(candidate)
                : Map.of();
    }
}
