package io.muster.server.imports.undo;

import io.muster.server.imports.Import;
import io.muster.server.imports.Imports;
import io.muster.server.imports.undo.UndoPreview.State;
import io.muster.server.imports.undo.store.UndoPreviewStore;
import io.muster.server.imports.undo.store.WrittenBatchStore;
import io.muster.server.jobs.Jobs;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Tells what an undo would do: at once when no more than a batch is to be undone, else by a job
/// that whoever asks starts.
@Service
public class UndoPreviews {
    private final TenantTransactions transactions;
    private final Imports imports;
    private final Undos undos;
    private final WrittenBatchStore batches;
    private final UndoPreviewStore store;
    private final DryUndo dry;
    private final Jobs jobs;
    private final Clock clock;
    private final long mostAtOnce;

    UndoPreviews(
            TenantTransactions transactions,
            Imports imports,
            Undos undos,
            WrittenBatchStore batches,
            UndoPreviewStore store,
            DryUndo dry,
            Jobs jobs,
            Clock clock,
            MusterProperties properties) {
        this.transactions = transactions;
        this.imports = imports;
        this.undos = undos;
        this.batches = batches;
        this.store = store;
        this.dry = dry;
        this.jobs = jobs;
        this.clock = clock;
        this.mostAtOnce = properties.imports().batchRows();
    }

    /// Whether a preview that failed stays, or is tried again.
    public enum AfterFailure {
        STAY,
        TRY_AGAIN
    }

    /// @throws ApiProblem 404, or 409 when the import cannot be undone at this moment
    public UndoPreview get(TenantId tenant, UUID importId, AfterFailure afterFailure) {
        Import of = imports.get(tenant, importId);
        undos.refuseUnlessPossible(of);
        long left = transactions.call(tenant, () -> batches.count(tenant, importId));
        return left <= mostAtOnce
                ? dry.run(tenant, importId, left, preview -> true).at(clock.instant())
                : aside(tenant, importId, left, afterFailure);
    }

    private UndoPreview aside(
            TenantId tenant, UUID importId, long left, AfterFailure afterFailure) {
        return transactions.call(
                tenant,
                () ->
                        store.find(tenant, importId)
                                .filter(preview ->
                                        preview.state() != State.FAILED
                                                || afterFailure == AfterFailure.STAY)
                                .orElseGet(() -> begin(tenant, importId, left)));
    }

    /// One of a tenant at a time, so that they leave the workers to others; who asks for a second
    /// asks again anyway.
    private UndoPreview begin(TenantId tenant, UUID importId, long left) {
        UndoPreview begun = UndoPreview.begun(left);
        if (!store.isAnyRunning(tenant)) {
            store.begin(tenant, importId, begun);
            jobs.submit(UndoPreviewJob.NAME, tenant, importId);
        }
        return begun;
    }
}
