package io.muster.server.imports.undo;

import io.muster.engine.undo.UndoOutcome;
import io.muster.server.contacts.DryContacts;
import io.muster.server.contacts.Overlay;
import io.muster.server.imports.run.IssueTally;
import io.muster.server.imports.undo.UndoPreview.State;
import io.muster.server.imports.undo.store.DryUndoneStore;
import io.muster.server.imports.undo.store.PastStore;
import io.muster.server.imports.undo.store.UndoRowStore;
import io.muster.server.imports.undo.store.UndoRowStore.Label;
import io.muster.server.imports.undo.store.WrittenBatchStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Undoes an import without the commit: the code of the undo over contacts that only its own
/// transaction sees change. It holds no lock that anybody waits for.
@Component
class DryUndo {
    private static final int EXAMPLES = 20;
    private static final Comparator<UndoneRow> BY_NUMBER =
            Comparator.comparingLong(row -> row.row().number());

    private final TenantTransactions transactions;
    private final WrittenBatchStore batches;
    private final Unwinding unwinding;
    private final DryContacts dryContacts;
    private final RealGround real;
    private final PastStore past;
    private final DryUndoneStore undone;
    private final UndoRowStore contacts;

    DryUndo(
            TenantTransactions transactions,
            WrittenBatchStore batches,
            Unwinding unwinding,
            DryContacts dryContacts,
            RealGround real,
            PastStore past,
            DryUndoneStore undone,
            UndoRowStore contacts) {
        this.transactions = transactions;
        this.batches = batches;
        this.unwinding = unwinding;
        this.dryContacts = dryContacts;
        this.real = real;
        this.past = past;
        this.undone = undone;
        this.contacts = contacts;
    }

    /// @param total rows that are left to undo
    /// @param goOn is shown the preview after each batch, and may end it there
    /// @return the preview, still running where it was ended
    UndoPreview run(TenantId tenant, UUID of, long total, Predicate<UndoPreview> goOn) {
        return transactions.call(
                tenant,
                () -> {
                    try (Overlay over = dryContacts.begin(total)) {
                        var ground = new DryGround(real, over, past, undone);
                        return undoAll(tenant, of, total, ground, goOn);
                    }
                });
    }

    private UndoPreview undoAll(
            TenantId tenant, UUID of, long total, DryGround ground, Predicate<UndoPreview> goOn) {
        IssueTally issues = new IssueTally();
        // Batches come from the last to the first; those with the lowest numbers are wanted.
        PriorityQueue<UndoneRow> kept = new PriorityQueue<>(BY_NUMBER.reversed());
        List<WrittenBatch> left = batches.batches(tenant, of);
        UndoPreview preview = UndoPreview.begun(total);
        for (WrittenBatch batch : left) {
            UndoneBatch planned = unwinding.unwind(tenant, of, batch, ground);
            ground.follow(planned);
            issues.addAll(planned.issues());
            planned.rows().stream()
                    .filter(row -> !(row.outcome() instanceof UndoOutcome.Reverted))
                    .forEach(row -> {
                        kept.add(row);
                        if (kept.size() > EXAMPLES) {
                            kept.remove();
                        }
                    });
            preview =
                    new UndoPreview(
                            State.RUNNING,
                            total,
                            preview.counts().plus(planned.counts()),
                            issues.issues(),
                            List.of(),
                            null);
            if (!goOn.test(preview)) {
                return preview;
            }
        }
        return new UndoPreview(
                State.DONE,
                total,
                preview.counts(),
                preview.issues(),
                examples(tenant, kept.stream().sorted(BY_NUMBER).toList()),
                null);
    }

    private List<UndoRow> examples(TenantId tenant, List<UndoneRow> rows) {
        Map<UUID, Label> labels =
                contacts.labels(tenant, rows.stream().map(row -> row.row().contact()).toList());
        return rows.stream()
                .map(row -> {
                    UUID contact = row.row().contact();
                    Label label = labels.getOrDefault(contact, new Label(null, true));
                    return new UndoRow(
                            row.row().number(),
                            UndoResult.of(row.outcome()).text(),
                            contact,
                            label.name(),
                            label.deleted(),
                            row.outcome().info());
                })
                .toList();
    }
}
