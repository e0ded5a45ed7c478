package io.muster.server.imports.run;

import io.muster.engine.file.RowPlace;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Slot;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.imports.Import;
import io.muster.server.imports.store.Delivery;
import io.muster.server.imports.store.DeliveryStore;
import io.muster.server.imports.store.StagedRows;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks the keys of a batch up, has the engine decide its rows, and lays the result out for the
/// database.
final class BatchDecider {
    // The log has the exact answer; the filter saves asking it about nearly every contact.
    private static final int PLACED_BITS = 1 << 25;

    private final TenantId tenant;
    private final Import run;
    private final Decider decider;
    private final List<Slot> slots;
    private final ContactBatches contacts;
    private final BatchLookup lookup;
    private final DeliveryStore deliveries;
    private final TakenKeys taken;
    private final BloomFilter placed = new BloomFilter(PLACED_BITS);

    // The version of the contacts that the last batch left. For the thread that writes.
    private long ours;

    BatchDecider(
            TenantId tenant,
            Import run,
            Plan plan,
            ContactBatches contacts,
            BatchLookup lookup,
            DeliveryStore deliveries) {
        this.tenant = tenant;
        this.run = run;
        this.decider = plan.decider(Ids::next);
        this.slots = plan.mapper().slots();
        this.contacts = contacts;
        this.lookup = lookup;
        this.deliveries = deliveries;
        this.taken = new TakenKeys(tenant, contacts);
    }

    /// Recalls which contacts were met before a crash. Needs the tenant's transaction.
    void recall() {
        deliveries.placed(tenant, run.id(), placed::add);
    }

    /// Notes what was written, and the version of the contacts that it left.
    void remember(DecidedBatch batch, long version) {
        batch.placed().forEach(placed::add);
        ours = version;
    }

    /// Decides a batch as it stands after the rows of the one before. Needs the tenant's
    /// transaction.
    ///
    /// @param places where the rows begin in the file, as far as it is known
    /// @param unwritten decisions that the look-up may not see yet; only when there are none, the
    ///   caller need be the thread that writes
    DecidedBatch decide(
            List<MappedRow> rows, List<@Nullable RowPlace> places, List<Decision> unwritten) {
        long version = contacts.version(tenant);
        if (unwritten.isEmpty() && version != ours) {
            // Others have changed contacts: what was noted of them is no longer all.
            taken.forget(version);
        }
        WorkingSet found = lookUp(rows, unwritten, version);
        found.follow(unwritten);
        List<Decision> decisions = new ArrayList<>(rows.size());
        for (MappedRow row : rows) {
            decisions.add(decider.decide(row, found));
        }
        return new DecidedBatch(
                rows,
                places,
                decisions,
                version,
                DecidedBatch.contacts(decisions),
                delivery(decisions, places));
    }

    private WorkingSet lookUp(List<MappedRow> rows, List<Decision> unwritten, long version) {
        ContactKeys keys = BatchKeys.of(rows, decider);
        ContactKeys mayBeTaken =
                taken.among(
                        keys,
                        () -> BatchKeys.of(unwritten.stream().map(Decision::row).toList(), decider),
                        version);
        Known known = lookup.find(tenant, keys, mayBeTaken);
        taken.lookedUp(mayBeTaken, known.contacts().size());
        WorkingSet found = new WorkingSet();
        known.mark(found);
        Map<UUID, UUID> maybePlaced = new HashMap<>();
        for (Contact contact : known.contacts()) {
            found.put(contact);
            UUID id = contact.id();
            note(id, id, maybePlaced);
            known.found()
                    .formerIds()
                    .getOrDefault(id, List.of())
                    .forEach(former -> note(former, id, maybePlaced));
        }
        deliveries
                .firstRows(tenant, run.id(), maybePlaced.keySet())
                .forEach((id, row) -> found.placed(maybePlaced.getOrDefault(id, id), row));
        return found;
    }

    /// @param into the contact that the one with the id has become
    private void note(UUID id, UUID into, Map<UUID, UUID> maybePlaced) {
        // A later attempt is mostly small: asking the log costs less than recalling it.
        if (run.attempt().isRetry() || placed.mayHold(id)) {
            maybePlaced.put(id, into);
        }
    }

    private Delivery delivery(List<Decision> decisions, List<@Nullable RowPlace> places) {
        UUID id = Ids.next();
        return DecidedBatch.delivery(
                id,
                run.id(),
                run.source(),
                run.attempt().number(),
                decisions,
                places,
                StagedRows.of(id, decisions, slots));
    }
}
