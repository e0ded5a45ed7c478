package io.muster.server.imports.undo;

import io.muster.engine.matching.Change;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.Origin;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.imports.run.RunLostException;
import io.muster.server.imports.undo.store.UndoLogStore;
import io.muster.server.imports.undo.store.UndoStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

        record Restore(RestoredContact restored) implements Step {
            @Override
            public UUID contact() {
                return restored.former().id();
            }
        }
    }

    /// @param origin what the changes are put down to
    /// @throws RunLostException when another run has taken over
    void undo(TenantId tenant, Undo undo, WrittenBatch batch, Origin origin) {
        transactions.run(
                tenant,
                () -> {
                    // Nobody changes a contact between the look and the write.
                    contacts.lockAndRaiseVersion(tenant);
                    if (!undos.holds(tenant, undo)) {
                        throw new RunLostException();
                    }
                    UndoneBatch planned = unwinding.unwind(tenant, undo.importId(), batch, ground);
                    Set<UUID> refused = write(tenant, steps(planned), origin);
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
        batch.restored().forEach(restored -> steps.add(new Step.Restore(restored)));
        return steps;
    }

    /// Writes all contacts but those that the database refuses, which it finds by halving.
    ///
    /// @return those
    private Set<UUID> write(TenantId tenant, List<Step> steps, Origin origin) {
        try {
            transactions.part(() -> writeAll(tenant, steps, origin));
            return Set.of();
        } catch (DataIntegrityViolationException e) {
            if (steps.size() == 1) {
                return Set.of(steps.getFirst().contact());
            }
            int half = steps.size() / 2;
            Set<UUID> refused = new HashSet<>(write(tenant, steps.subList(0, half), origin));
            refused.addAll(write(tenant, steps.subList(half, steps.size()), origin));
            return refused;
        }
    }

    private void writeAll(TenantId tenant, List<Step> steps, Origin origin) {
        List<UUID> removed = new ArrayList<>();
        List<UUID> rekeyed = new ArrayList<>();
        List<Change> restored = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Remove(UUID contact) -> removed.add(contact);
                case Step.Restore(RestoredContact contact) -> {
                    restored.add(contact.change());
                    if (contact.hasOtherKeys()) {
                        rekeyed.add(contact.former().id());
                    }
                }
            }
        }
        contacts.delete(tenant, removed);
        contacts.releaseKeys(tenant, rekeyed);
        contacts.write(tenant, StagedContacts.of(restored), origin);
    }
}
