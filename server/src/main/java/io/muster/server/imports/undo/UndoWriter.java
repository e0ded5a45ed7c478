package io.muster.server.imports.undo;

import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.imports.run.RunLostException;
import io.muster.server.imports.undo.store.UndoLogStore;
import io.muster.server.imports.undo.store.UndoStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Undoes batches, each in one transaction: contacts, log rows and counts commit together.
@Component
class UndoWriter {
    private final TenantTransactions transactions;
    private final ContactBatches contacts;
    private final Unwinding unwinding;
    private final RealGround ground;
    private final UndoLogStore log;
    private final UndoStore undos;

    UndoWriter(
            TenantTransactions transactions,
            ContactBatches contacts,
            Unwinding unwinding,
            RealGround ground,
            UndoLogStore log,
            UndoStore undos) {
        this.transactions = transactions;
        this.contacts = contacts;
        this.unwinding = unwinding;
        this.ground = ground;
        this.log = log;
        this.undos = undos;
    }

    /// What happens to one contact.
    private sealed interface Step {
        UUID contact();

        record Remove(UUID contact) implements Step {}

        record Restore(Contact former, boolean otherKeys) implements Step {
            @Override
            public UUID contact() {
                return former.id();
            }
        }
    }

    /// @throws RunLostException when another run has taken over
    void undo(TenantId tenant, Undo undo, WrittenBatch batch) {
        transactions.run(
                tenant,
                () -> {
                    // Nobody changes a contact between the look and the write.
                    contacts.lockAndRaiseVersion(tenant);
                    if (!undos.holds(tenant, undo)) {
                        throw new RunLostException();
                    }
                    UndoneBatch planned = unwinding.unwind(tenant, undo.importId(), batch, ground);
                    Set<UUID> refused = new HashSet<>();
                    write(tenant, steps(planned), refused);
                    UndoneBatch done = planned.without(refused);
                    log.write(tenant, batch, done.rows(), done.counts(), done.issues());
                    if (!undos.advance(tenant, undo, done.counts())) {
                        throw new RunLostException();
                    }
                });
    }

    private static List<Step> steps(UndoneBatch batch) {
        List<Step> steps = new ArrayList<>();
        batch.removed().forEach(contact -> steps.add(new Step.Remove(contact)));
        batch.restored()
                .forEach(former ->
                        steps.add(new Step.Restore(former, batch.rekeyed().contains(former.id()))));
        return steps;
    }

    /// Writes all contacts but those that the database refuses, which it finds by halving.
    private void write(TenantId tenant, List<Step> steps, Set<UUID> refused) {
        try {
            transactions.part(() -> write(tenant, steps));
        } catch (DataIntegrityViolationException e) {
            if (steps.size() == 1) {
                refused.add(steps.getFirst().contact());
                return;
            }
            int half = steps.size() / 2;
            write(tenant, steps.subList(0, half), refused);
            write(tenant, steps.subList(half, steps.size()), refused);
        }
    }

    private void write(TenantId tenant, List<Step> steps) {
        List<UUID> removed = new ArrayList<>();
        List<UUID> rekeyed = new ArrayList<>();
        List<Change> restored = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Remove(UUID contact) -> removed.add(contact);
                case Step.Restore(Contact former, boolean otherKeys) -> {
                    restored.add(new Change.Update(former, Map.of()));
                    if (otherKeys) {
                        rekeyed.add(former.id());
                    }
                }
            }
        }
        contacts.delete(tenant, removed);
        contacts.releaseKeys(tenant, rekeyed);
        contacts.write(tenant, StagedContacts.of(restored));
    }
}
