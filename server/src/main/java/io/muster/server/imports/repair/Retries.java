package io.muster.server.imports.repair;

import io.muster.server.imports.Import;
import io.muster.server.imports.run.ImportQueue;
import io.muster.server.imports.store.AttemptStore;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.RepairStore.StoredStep;
import io.muster.server.imports.store.RowStore.Skipped;
import io.muster.server.imports.store.RunStore;
import io.muster.server.imports.undo.store.UndoStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Takes the rows that failed up again, as the next attempt of the same import.
@Service
public class Retries {
    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final AttemptStore attempts;
    private final RepairStore repairs;
    private final RunStore runs;
    private final UndoStore undos;
    private final ImportQueue queue;

    Retries(
            TenantTransactions transactions,
            ImportStore imports,
            AttemptStore attempts,
            RepairStore repairs,
            RunStore runs,
            UndoStore undos,
            ImportQueue queue) {
        this.transactions = transactions;
        this.imports = imports;
        this.attempts = attempts;
        this.repairs = repairs;
        this.runs = runs;
        this.undos = undos;
        this.queue = queue;
    }

    /// Begins the next attempt. Until a row has its new outcome, the old one stands.
    ///
    /// @throws ApiProblem 404, or 409 when the import has not ended, is undone or half undone, or
    ///   there is nothing to take up
    public Import retry(TenantId tenant, UUID importId) {
        return transactions.call(
                tenant,
                () -> {
                    // The line first and the imports in it second, as everywhere.
                    runs.lockQueue(tenant);
                    Import of = find(tenant, importId);
                    requireEnded(of);
                    requireWhole(tenant, of);
                    long rows = waiting(tenant, of);
                    if (rows == 0) {
                        throw ApiProblem.conflict(
                                "No row of this import has failed; there is nothing to retry.");
                    }
                    attempts.begin(tenant, importId, rows);
                    queue.advance(tenant);
                    return find(tenant, importId);
                });
    }

    /// How many rows the next attempt would take up.
    ///
    /// @throws ApiProblem 404
    public long waiting(TenantId tenant, UUID importId) {
        return transactions.call(
                tenant,
                () ->
                        waiting(
                                tenant,
                                imports.find(tenant, importId)
                                        .orElseThrow(() -> ApiProblem.notFound("import"))));
    }

    private long waiting(TenantId tenant, Import of) {
        return of.counts().failed()
                + repairs.editedSkipped(tenant, of.id())
                + repairs.steps(tenant, of.id()).stream()
                        .filter(step -> isForSkipped(of, step))
                        .mapToLong(StoredStep::rows)
                        .max()
                        .orElse(0);
    }

    /// The attempts that are over, once there was more than one.
    ///
    /// @throws ApiProblem 404
    public List<AttemptStore.Ended> attempts(TenantId tenant, UUID importId) {
        return transactions.call(
                tenant,
                () ->
                        imports.find(tenant, importId)
                                .map(of -> attempts.list(tenant, of.id()))
                                .orElseThrow(() -> ApiProblem.notFound("import")));
    }

    private static boolean isForSkipped(Import of, StoredStep step) {
        return step.fix() != null
                && step.undoneAt() == null
                && step.attempt() == OpenRows.nextAttempt(of)
                && new Steps(List.of(step)).skipped() == Skipped.ALL;
    }

    private Import find(TenantId tenant, UUID importId) {
        return imports.findLocked(tenant, importId)
                .orElseThrow(() -> ApiProblem.notFound("import"));
    }

    /// An undo that stopped has taken back some rows and not others.
    private void requireWhole(TenantId tenant, Import of) {
        if (undos.find(tenant, of.id()).isPresent()) {
            throw ApiProblem.conflict(
                    "The undo of this import has stopped half-way. Undo it again to take back the rest.");
        }
    }

    private static void requireEnded(Import of) {
        switch (of.status()) {
            case COMPLETED, FAILED, CANCELLED -> {}
            case UPLOADED ->
                    throw ApiProblem.conflict("The import was not started yet. Start it first.");
            case QUEUED, PROCESSING, POST_PROCESSING ->
                    throw ApiProblem.conflict(
                            "The import is running. Wait until it has ended, then retry.");
            case REVERTING, REVERTED ->
                    throw ApiProblem.conflict(
                            "The import was undone. Import the file again instead.");
        }
    }
}
