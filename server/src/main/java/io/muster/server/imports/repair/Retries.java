package io.muster.server.imports.repair;

import io.muster.engine.repair.Scope;
import io.muster.server.imports.Effect;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.run.ImportQueue;
import io.muster.server.imports.store.AttemptStore;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RunStore;
import io.muster.server.imports.undo.store.UndoStore;
import io.muster.server.platform.Json;
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
    private final RowStore log;
    private final ImportRows rows;
    private final RunStore runs;
    private final UndoStore undos;
    private final ImportQueue queue;

    Retries(
            TenantTransactions transactions,
            ImportStore imports,
            AttemptStore attempts,
            RepairStore repairs,
            RowStore log,
            ImportRows rows,
            RunStore runs,
            UndoStore undos,
            ImportQueue queue) {
        this.transactions = transactions;
        this.imports = imports;
        this.attempts = attempts;
        this.repairs = repairs;
        this.log = log;
        this.rows = rows;
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
                    if (log.retryable(tenant, importId, 0, 1).isEmpty()) {
                        throw ApiProblem.conflict(
                                "No row of this import has failed; there is nothing to retry.");
                    }
                    attempts.begin(tenant, importId, waiting(tenant, of));
                    queue.advance(tenant);
                    return find(tenant, importId);
                });
    }

    /// How many rows the next attempt would take up: all that failed, and at most so many skipped
    /// ones.
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
                + Math.min(
                        of.counts().skipped(),
                        repairs.editedSkipped(tenant, of.id()) + fixedSkipped(tenant, of));
    }

    /// Skipped rows that fixes are for. A row with several remarks counts more than once.
    private long fixedSkipped(TenantId tenant, Import of) {
        List<Scope> scopes =
                repairs.openFixes(tenant, of.id()).stream()
                        .map(fix -> FixReader.read(Json.read(fix, BulkFix.class)).scope())
                        .distinct()
                        .toList();
        if (scopes.stream().anyMatch(scope -> scope.code() == null)) {
            return of.counts().skipped();
        }
        return scopes.isEmpty()
                ? 0
                : rows.issues(tenant, of).stream()
                        .filter(issue -> scopes.contains(new Scope(issue.code(), issue.field())))
                        .mapToLong(issue -> issue.with(Effect.SKIPS))
                        .sum();
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
