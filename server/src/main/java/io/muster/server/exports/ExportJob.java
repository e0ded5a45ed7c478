package io.muster.server.exports;

import io.muster.engine.report.SheetOutput;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.exports.ExportFiles.Written;
import io.muster.server.exports.store.ExportStore;
import io.muster.server.files.FileStore;
import io.muster.server.jobs.JobKind;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.WorkerThread;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Makes the file of one export. A run that dies leaves nothing behind that anybody is given; the
/// next begins anew.
@Component
class ExportJob implements JobKind, DisposableBean {
    static final String NAME = "export";

    private static final Logger LOG = LoggerFactory.getLogger(ExportJob.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final long PROGRESS_ROWS = 2_000;

    private final TenantTransactions transactions;
    private final ExportStore store;
    private final ExportFiles exportFiles;
    private final FilteredContacts contacts;
    private final FileStore files;
    private final ExportQueue queue;
    private final Duration kept;

    /// Progress is saved aside: the run's own transaction stays open, and shows nothing.
    private final ExecutorService aside =
            Executors.newCachedThreadPool(WorkerThread.factory("muster-export"));

    ExportJob(
            TenantTransactions transactions,
            ExportStore store,
            ExportFiles exportFiles,
            FilteredContacts contacts,
            FileStore files,
            ExportQueue queue,
            MusterProperties properties) {
        this.transactions = transactions;
        this.store = store;
        this.exportFiles = exportFiles;
        this.contacts = contacts;
        this.files = files;
        this.queue = queue;
        this.kept = properties.exports().keep();
    }

    /// Ends a run on its way.
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Progress progress;

        StoppedException(Progress progress) {
            this.progress = progress;
        }
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
        Progress progress =
                transactions
                        .call(tenant, () -> store.takeOver(tenant, subject))
                        .map(export -> run(tenant, export, pause))
                        .orElse(Progress.DONE);
        if (progress == Progress.DONE) {
            transactions.run(tenant, () -> queue.advance(tenant));
        }
        return progress;
    }

    /// Of a file that nobody comes to know of nothing is left.
    private void complete(TenantId tenant, Export export, Written done) {
        boolean completed = false;
        try {
            completed =
                    transactions.call(
                            tenant,
                            () -> store.complete(tenant, export, done.file(), done.rows(), kept));
        } finally {
            if (!completed) {
                files.delete(done.file().id());
            }
        }
    }

    private Progress run(TenantId tenant, Export export, Pause pause) {
        if (export.attempts() > MOST_ATTEMPTS) {
            // Runs that were killed could not count themselves out.
            return fail(tenant, export, ExportFailure.INTERRUPTED);
        }
        try {
            Optional<Written> written =
                    transactions.call(tenant, () -> write(tenant, export, pause));
            if (written.isEmpty()) {
                return fail(tenant, export, ExportFailure.TOO_MANY_ROWS);
            }
            Written done = written.get();
            complete(tenant, export, done);
            return Progress.DONE;
        } catch (StoppedException stopped) {
            if (stopped.progress == Progress.PAUSED) {
                transactions.run(tenant, () -> store.forgive(tenant, export));
            }
            return stopped.progress;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Export {} of tenant {}: attempt {} stopped",
                    export.id(),
                    tenant,
                    export.attempts(),
                    e);
            if (export.attempts() < MOST_ATTEMPTS) {
                throw e;
            }
            return fail(tenant, export, ExportFailure.INTERRUPTED);
        }
    }

    private Optional<Written> write(TenantId tenant, Export export, Pause pause) {
        var filter = exportFiles.filter(tenant, export);
        long total = contacts.count(tenant, List.of(filter)).getFirst();
        if (export.format() == ExportFormat.XLSX && total >= SheetOutput.MOST_ROWS) {
            return Optional.empty();
        }
        save(tenant, export, total, 0);
        return Optional.of(
                exportFiles.write(
                        tenant,
                        export,
                        rows -> {
                            if (pause.wanted()) {
                                throw new StoppedException(Progress.PAUSED);
                            }
                            if (rows % PROGRESS_ROWS == 0) {
                                save(tenant, export, total, rows);
                            }
                        }));
    }

    private void save(TenantId tenant, Export export, long total, long rows) {
        try {
            boolean mine =
                    CompletableFuture.supplyAsync(
                                    () ->
                                            transactions.call(
                                                    tenant,
                                                    () ->
                                                            store.progress(
                                                                    tenant, export, total, rows)),
                                    aside)
                            .join();
            if (!mine) {
                throw new StoppedException(Progress.DONE);
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Progress fail(TenantId tenant, Export export, ExportFailure why) {
        transactions.run(tenant, () -> store.fail(tenant, export, why.sentence()));
        return Progress.DONE;
    }

    @Override
    public void destroy() {
        aside.shutdownNow();
    }
}
