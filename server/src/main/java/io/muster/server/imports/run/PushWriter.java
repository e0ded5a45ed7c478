package io.muster.server.imports.run;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Decider;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.PushedRows.Push;
import io.muster.server.imports.store.Delivery;
import io.muster.server.imports.store.DeliveryStore;
import io.muster.server.imports.store.StagedRows;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Decides and writes pushed rows under the lock of the tenant's contacts, all in the caller's
/// transaction.
@Component
public class PushWriter {
    private static final int ATTEMPT = 1;

    private final TenantTransactions transactions;
    private final ContactBatches contacts;
    private final BatchLookup lookup;
    private final DeliveryStore deliveries;
    private final CustomFields fields;

    PushWriter(
            TenantTransactions transactions,
            ContactBatches contacts,
            BatchLookup lookup,
            DeliveryStore deliveries,
            CustomFields fields) {
        this.transactions = transactions;
        this.contacts = contacts;
        this.lookup = lookup;
        this.deliveries = deliveries;
        this.fields = fields;
    }

    public List<Decision> decide(TenantId tenant, Plan plan, List<MappedRow> rows) {
        Decider decider = plan.decider(Ids::next);
        ContactKeys keys = BatchKeys.of(rows, decider);
        Known known = lookup.find(tenant, keys, keys);
        WorkingSet found = new WorkingSet();
        known.mark(found);
        known.contacts().forEach(found::put);
        return rows.stream().map(row -> decider.decide(row, found)).toList();
    }

    public List<Decision> write(TenantId tenant, Push push) {
        contacts.lock(tenant);
        List<MappedRow> rows = new ArrayList<>(push.rows());
        while (true) {
            List<Decision> decisions = decide(tenant, push.plan(), rows);
            try {
                transactions.part(() -> save(tenant, push, decisions));
                return decisions;
            } catch (DataIntegrityViolationException refused) {
                int bad = firstRefused(tenant, push, decisions);
                if (rows.get(bad) instanceof MappedRow.Settled) {
                    throw refused;
                }
                rows.set(
                        bad,
                        new MappedRow.Settled(
                                rows.get(bad).source(),
                                new Outcome.Failed(Info.of(Code.NOT_STORABLE))));
            }
        }
    }

    /// The row with which the database begins to refuse, by halves.
    private int firstRefused(TenantId tenant, Push push, List<Decision> decisions) {
        int good = 0;
        int refused = decisions.size();
        while (refused - good > 1) {
            int half = (good + refused) / 2;
            if (isRefused(tenant, push, decisions.subList(0, half))) {
                refused = half;
            } else {
                good = half;
            }
        }
        return refused - 1;
    }

    private boolean isRefused(TenantId tenant, Push push, List<Decision> decisions) {
        try {
            transactions.part(() -> {
                save(tenant, push, decisions);
                throw new TriedOnly();
            });
            return false;
        } catch (TriedOnly tried) {
            return false;
        } catch (DataIntegrityViolationException refused) {
            return true;
        }
    }

    private void save(TenantId tenant, Push push, List<Decision> decisions) {
        // A source that repeats itself must not make every count of contacts out of date.
        if (decisions.stream().anyMatch(decision -> decision.change() != null)) {
            contacts.raiseVersion(tenant);
        }
        contacts.write(tenant, DecidedBatch.contacts(decisions), push.origin());
        new NewOptions(tenant, fields, push.plan().growingFields()).add(decisions);
        deliveries.write(tenant, delivery(push, decisions));
    }

    private static Delivery delivery(Push push, List<Decision> decisions) {
        return DecidedBatch.delivery(
                push.delivery(),
                null,
                push.source(),
                ATTEMPT,
                decisions,
                List.of(),
                StagedRows.of(
                        push.delivery(), decisions, push.plan().mapper().slots(), push.payloads()));
    }

    /// Takes back what was only tried.
    private static final class TriedOnly extends RuntimeException {
        private static final long serialVersionUID = 1;

        TriedOnly() {
            super(null, null, false, false);
        }
    }
}
