package io.muster.server.imports.undo;

import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.run.IssueTally;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RunStore;
import io.muster.server.imports.undo.store.UndoLogStore;
import io.muster.server.imports.undo.store.UndoPreviewStore;
import io.muster.server.imports.undo.store.UndoStore;
import io.muster.server.imports.undo.store.WrittenBatchStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Begins undos, and tells how they stand.
@Service
public class Undos {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final RunStore runs;
    private final UndoStore undos;
    private final WrittenBatchStore batches;
    private final UndoLogStore log;
    private final UndoPreviewStore previews;
    private final Jobs jobs;
    private final Clock clock;
    private final Duration undoable;

    Undos(
            TenantTransactions transactions,
            ImportStore imports,
            RunStore runs,
            UndoStore undos,
            WrittenBatchStore batches,
            UndoLogStore log,
            UndoPreviewStore previews,
            Jobs jobs,
            Clock clock,
            MusterProperties properties) {
        this.transactions = transactions;
        this.imports = imports;
        this.runs = runs;
        this.undos = undos;
        this.batches = batches;
        this.log = log;
        this.previews = previews;
        this.jobs = jobs;
        this.clock = clock;
        this.undoable = properties.imports().undoable();
    }

    /// Whether the import can be undone at this moment.
    public UndoChance chance(Import of) {
        return switch (of.status()) {
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING -> new UndoChance.NotEnded();
            case REVERTING, REVERTED -> new UndoChance.Begun();
            case COMPLETED, FAILED, CANCELLED -> ended(of);
        };
    }

    private UndoChance ended(Import of) {
        long written = of.counts().created() + of.counts().updated();
        Instant finished = of.finishedAt();
        if (written == 0 || finished == null) {
            return new UndoChance.NothingWritten();
        }
        Instant until = finished.plus(undoable);
        return clock.instant().isBefore(until)
                ? new UndoChance.Possible(until)
                : new UndoChance.Expired(until);
    }

    /// Begins to undo an import, or goes on with an undo that stopped.
    ///
    /// @return the import, which is reverting now
    /// @throws ApiProblem 404, or 409 when it cannot be undone at this moment
    public Import begin(Caller caller, UUID importId) {
        TenantId tenant = caller.tenant();
        return transactions.call(
                tenant,
                () -> {
                    // The line first and the imports in it second, as everywhere.
                    runs.lockQueue(tenant);
                    Import found = locked(tenant, importId);
                    refuseUnlessPossible(found);
                    if (undos.isAnyRunning(tenant)) {
                        throw ApiProblem.conflict(
                                "Another import is being undone. Wait until that is done, then undo this one.");
                    }
                    // What it takes back, no other undo finds any more.
                    previews.removeAll(tenant);
                    undos.begin(
                            tenant, found, caller.displayName(), batches.count(tenant, importId));
                    jobs.submit(UndoJob.NAME, tenant, importId);
                    return locked(tenant, importId);
                });
    }

    void refuseUnlessPossible(Import of) {
        switch (chance(of)) {
            case UndoChance.Possible _ -> {}
            case UndoChance.NotEnded() ->
                    throw ApiProblem.conflict(
                            "The import has not ended. Wait for its end, or cancel it, then undo what it wrote.");
            case UndoChance.NothingWritten() ->
                    throw ApiProblem.conflict(
                            "The import has created and changed no contacts, so there is nothing to undo.");
            case UndoChance.Expired(Instant since) ->
                    throw ApiProblem.conflict(
                            "This import could be undone until %s. The values that it replaced are no longer kept."
                                    .formatted(DAY.format(since)));
            case UndoChance.Begun() ->
                    throw ApiProblem.conflict(
                            "The import is undone already, or just being undone.");
        }
    }

    public Optional<Undo> find(TenantId tenant, UUID importId) {
        return transactions.call(tenant, () -> undos.find(tenant, importId));
    }

    /// @throws ApiProblem 404 for an import that is not there or was never undone
    public Undo get(TenantId tenant, UUID importId) {
        return find(tenant, importId).orElseThrow(() -> ApiProblem.notFound("undo"));
    }

    /// Why rows were kept or failed so far, the most frequent reason first.
    public List<IssueCount> issues(TenantId tenant, UUID importId) {
        IssueTally tally = new IssueTally();
        transactions.call(tenant, () -> log.issues(tenant, importId)).forEach(tally::addAll);
        return tally.issues();
    }

    private Import locked(TenantId tenant, UUID importId) {
        return imports.findLocked(tenant, importId)
                .orElseThrow(() -> ApiProblem.notFound("import"));
    }
}
