package io.muster.server.imports.undo;

import io.muster.server.imports.run.EngineThreads;
import io.muster.server.imports.undo.UndoPreview.State;
import io.muster.server.imports.undo.store.UndoPreviewStore;
import io.muster.server.imports.undo.store.UndoPreviewStore.Begun;
import io.muster.server.jobs.JobKind;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works out what a big undo would do.
@Component
class UndoPreviewJob implements JobKind {
    static final String NAME = "undo-preview";

    private static final Logger LOG = LoggerFactory.getLogger(UndoPreviewJob.class);
    private static final int MOST_ATTEMPTS = 5;

    private final TenantTransactions transactions;
    private final UndoPreviewStore store;
    private final DryUndo dry;
    private final EngineThreads threads;

    UndoPreviewJob(
            TenantTransactions transactions,
            UndoPreviewStore store,
            DryUndo dry,
            EngineThreads threads) {
        this.transactions = transactions;
        this.store = store;
        this.dry = dry;
        this.threads = threads;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Somebody waits for it.
    @Override
    public Duration longestPause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        Optional<Begun> begun = transactions.call(tenant, () -> store.takeOver(tenant, subject));
        return begun.isEmpty() ? Progress.DONE : run(tenant, subject, begun.get(), pause);
    }

    private Progress run(TenantId tenant, UUID subject, Begun begun, Pause pause) {
        if (begun.attempts() > MOST_ATTEMPTS) {
            save(tenant, subject, begun, begun.preview().failed());
            return Progress.DONE;
        }
        try {
            UndoPreview preview =
                    dry.run(
                            tenant,
                            subject,
                            begun.preview().total(),
                            soFar -> !pause.wanted() && save(tenant, subject, begun, soFar));
            if (preview.state() == State.RUNNING) {
                return pause.wanted() ? paused(tenant, subject, begun) : Progress.DONE;
            }
            save(tenant, subject, begun, preview);
            return Progress.DONE;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Undo preview of import {} of tenant {}: attempt {} stopped",
                    subject,
                    tenant,
                    begun.attempts(),
                    e);
            throw e;
        }
    }

    private Progress paused(TenantId tenant, UUID subject, Begun begun) {
        transactions.run(tenant, () -> store.forgive(tenant, subject, begun.epoch()));
        return Progress.PAUSED;
    }

    /// In a transaction of its own, on another thread, so that whoever watches sees it.
    private boolean save(TenantId tenant, UUID subject, Begun begun, UndoPreview preview) {
        return CompletableFuture.supplyAsync(
                        () ->
                                transactions.call(
                                        tenant,
                                        () -> store.save(tenant, subject, begun.epoch(), preview)),
                        threads.deciders())
                .join();
    }
}
