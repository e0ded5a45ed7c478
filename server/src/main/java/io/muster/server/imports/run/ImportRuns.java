package io.muster.server.imports.run;

import io.muster.engine.file.FileSource;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowCount;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.CampaignMembership;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportFiles;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.repair.RepairedRows;
import io.muster.server.imports.repair.RowRepairs;
import io.muster.server.imports.store.AttemptStore;
import io.muster.server.imports.store.DeliveryStore;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.ReplacedRows;
import io.muster.server.imports.store.RunStore;
import io.muster.server.jobs.JobKind.Pause;
import io.muster.server.jobs.JobKind.Progress;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes imports over and brings each to its end, whatever happened to the runs before.
@Component
public class ImportRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final RunStore runs;
    private final AttemptStore attempts;
    private final ReplacedRows replaced;
    private final DeliveryStore deliveries;
    private final ContactBatches contacts;
    private final BatchLookup lookup;
    private final ImportFiles files;
    private final ImportPlans plans;
    private final RowRepairs repairs;
    private final ImportEnding ending;
    private final EngineThreads threads;
    private final CampaignMembership campaigns;
    private final Limits limits;
    private final int batchRows;
    private final int mostAttempts;

    ImportRuns(
            TenantTransactions transactions,
            ImportStore imports,
            RunStore runs,
            AttemptStore attempts,
            ReplacedRows replaced,
            DeliveryStore deliveries,
            ContactBatches contacts,
            BatchLookup lookup,
            ImportFiles files,
            ImportPlans plans,
            RowRepairs repairs,
            ImportEnding ending,
            EngineThreads threads,
            CampaignMembership campaigns,
            Limits limits,
            MusterProperties properties) {
        this.transactions = transactions;
        this.imports = imports;
        this.runs = runs;
        this.attempts = attempts;
        this.replaced = replaced;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.lookup = lookup;
        this.files = files;
        this.plans = plans;
        this.repairs = repairs;
        this.ending = ending;
        this.threads = threads;
        this.campaigns = campaigns;
        this.limits = limits;
        this.batchRows = properties.imports().batchRows();
        this.mostAttempts = properties.imports().attempts();
    }

    /// Goes on with an import where its last committed batch ended.
    public Progress run(TenantId tenant, UUID id, Pause pause) {
        Optional<Import> taken = transactions.call(tenant, () -> runs.takeOver(tenant, id));
        if (taken.isEmpty()) {
            return Progress.DONE;
        }
        Import run = taken.get();
        LOG.info(
                "Import {} of tenant {}: run {} begins after row {}",
                run.number(),
                tenant,
                run.epoch(),
                run.processed());
        if (run.cancelRequested()) {
            ending.cancel(tenant, run);
            return Progress.DONE;
        }
        if (run.attempts() > mostAttempts) {
            // Runs that were killed could not count themselves out.
            ending.fail(tenant, run, Code.ATTEMPTS_EXHAUSTED, Code.ATTEMPTS_EXHAUSTED.sentence());
            return Progress.DONE;
        }
        try {
            Progress progress = process(tenant, run, pause);
            LOG.info(
                    "Import {} of tenant {}: run {} ends, {}",
                    run.number(),
                    tenant,
                    run.epoch(),
                    progress);
            return progress;
        } catch (RunLostException e) {
            LOG.warn(
                    "Import {} of tenant {}: run {} was taken over",
                    run.number(),
                    tenant,
                    run.epoch());
            return Progress.DONE;
        } catch (UnreadableFileException e) {
            ending.fail(tenant, run, e.code(), e.sentence());
            return Progress.DONE;
        } catch (FileStoreException | IOException e) {
            return retry(tenant, run, Code.STORAGE_UNAVAILABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Progress.PAUSED;
        } catch (RuntimeException e) {
            return retry(tenant, run, Code.ATTEMPTS_EXHAUSTED, e);
        }
    }

    private Progress process(TenantId tenant, Import run, Pause pause)
            throws IOException, UnreadableFileException, InterruptedException {
        if (run.status() != ImportStatus.POST_PROCESSING) {
            Plan plan = plans.of(tenant, run);
            Course course = course(tenant, run);
            BatchDecider decider =
                    new BatchDecider(tenant, run, plan, contacts, lookup, deliveries);
            if (run.processed() > 0 && !run.attempt().isRetry()) {
                transactions.run(tenant, decider::recall);
            }
            BatchWriter writer =
                    new BatchWriter(
                            tenant,
                            run,
                            transactions,
                            contacts,
                            deliveries,
                            runs,
                            course,
                            decider,
                            plans.newOptions(tenant, plan),
                            campaigns);
            try (Batches rows = rows(tenant, run, plan);
                    ImportLoop loop =
                            new ImportLoop(tenant, rows, decider, writer, transactions, threads)) {
                switch (loop.run(pause)) {
                    case PAUSED -> {
                        return Progress.PAUSED;
                    }
                    case CANCELLED -> {
                        ending.cancel(tenant, run);
                        return Progress.DONE;
                    }
                    case ALL_ROWS -> {}
                }
            }
            if (!transactions.call(tenant, course::postProcess)) {
                throw new RunLostException();
            }
        }
        ending.complete(tenant, run);
        return Progress.DONE;
    }

    private Course course(TenantId tenant, Import run) {
        return run.attempt().isRetry()
                ? new RetryCourse(tenant, run, runs, attempts, replaced)
                : new FirstCourse(tenant, run, runs);
    }

    /// Rows from the first one without its outcome of this attempt on.
    private Batches rows(TenantId tenant, Import run, Plan plan)
            throws IOException, UnreadableFileException {
        RepairedRows repaired = repairs.of(tenant, run, plan);
        if (run.attempt().isRetry()) {
            return new RetryRows(repaired, threads.mappers(), batchRows, run.attempt().cursor());
        }
        FileSource file = files.open(run);
        if (run.total() == null) {
            count(tenant, run, file);
        }
        RowReader reader = RowReaders.open(file, run.detection().format(), limits);
        try {
            reader.skipTo(run.processed() + 1);
            return new RowStream(reader, repaired, threads.mappers(), batchRows);
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /// Counts the rows beside the run: whoever watches wants to know how far it is.
    private void count(TenantId tenant, Import run, FileSource file) {
        threads.aside(() -> {
            try {
                long total = RowCount.of(file, run.detection().format(), limits);
                transactions.run(tenant, () -> imports.saveTotal(tenant, run.id(), total));
            } catch (UnreadableFileException | IOException | RuntimeException e) {
                LOG.info("Import {} of tenant {}: rows not counted ahead", run.number(), tenant);
            }
        });
    }

    /// An infrastructure fault is nobody's row: the import is tried again, a few times without
    /// progress, then fails.
    private Progress retry(TenantId tenant, Import run, Code code, Exception reason) {
        LOG.warn(
                "Import {} of tenant {}: attempt {} stopped",
                run.number(),
                tenant,
                run.attempts(),
                reason);
        // Not as they stood when the run began: a batch that it committed has set them back.
        int attempts =
                transactions
                        .call(tenant, () -> imports.find(tenant, run.id()))
                        .map(Import::attempts)
                        .orElse(mostAttempts);
        if (attempts >= mostAttempts) {
            ending.fail(tenant, run, code, code.sentence());
            return Progress.DONE;
        }
        throw new IllegalStateException("Import " + run.number() + " is to be tried again", reason);
    }
}
