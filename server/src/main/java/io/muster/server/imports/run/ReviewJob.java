package io.muster.server.imports.run;

import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.DryContacts;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportFiles;
import io.muster.server.imports.Review;
import io.muster.server.imports.run.RowStream.Next;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.ReviewStore;
import io.muster.server.imports.store.ReviewStore.Begun;
import io.muster.server.jobs.JobKind;
import io.muster.server.platform.Ids;
import io.muster.server.platform.MusterProperties;
import io.muster.server.suppressions.Suppressions;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reviews one import: the pipeline of the run with a sink that forgets.
@Component
public class ReviewJob implements JobKind {
    public static final String NAME = "review";

    private static final Logger LOG = LoggerFactory.getLogger(ReviewJob.class);
    private static final int MOST_ATTEMPTS = 5;

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final ReviewStore reviews;
    private final DryContacts contacts;
    private final Suppressions suppressions;
    private final ImportFiles files;
    private final ImportPlans plans;
    private final EngineThreads threads;
    private final ReviewQueue queue;
    private final Limits limits;
    private final int batchRows;

    ReviewJob(
            TenantTransactions transactions,
            ImportStore imports,
            ReviewStore reviews,
            DryContacts contacts,
            Suppressions suppressions,
            ImportFiles files,
            ImportPlans plans,
            EngineThreads threads,
            ReviewQueue queue,
            Limits limits,
            MusterProperties properties) {
        this.transactions = transactions;
        this.imports = imports;
        this.reviews = reviews;
        this.contacts = contacts;
        this.suppressions = suppressions;
        this.files = files;
        this.plans = plans;
        this.threads = threads;
        this.queue = queue;
        this.limits = limits;
        this.batchRows = properties.imports().batchRows();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        Progress progress = review(tenant, subject, pause);
        if (progress == Progress.DONE) {
            transactions.run(tenant, () -> queue.advance(tenant));
        }
        return progress;
    }

    private Progress review(TenantId tenant, UUID subject, Pause pause) {
        Optional<Start> start = transactions.call(tenant, () -> begin(tenant, subject));
        if (start.isEmpty()) {
            return Progress.DONE;
        }
        Import subjectImport = start.get().subject();
        Begun begun = start.get().begun();
        if (begun.attempts() > MOST_ATTEMPTS) {
            giveUp(tenant, subject, begun, Code.ATTEMPTS_EXHAUSTED);
            return Progress.DONE;
        }
        try {
            Progress progress = new Work(tenant, subjectImport, begun.epoch(), pause).run();
            if (progress == Progress.PAUSED) {
                transactions.run(tenant, () -> reviews.forgive(tenant, subject, begun.epoch()));
            }
            return progress;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Review of import {} of tenant {}: attempt {} stopped",
                    subjectImport.number(),
                    tenant,
                    begun.attempts(),
                    e);
            if (begun.attempts() < MOST_ATTEMPTS) {
                throw e;
            }
            giveUp(
                    tenant,
                    subject,
                    begun,
                    e instanceof FileStoreException
                            ? Code.STORAGE_UNAVAILABLE
                            : Code.ATTEMPTS_EXHAUSTED);
            return Progress.DONE;
        }
    }

    /// The review first and the mapping second: a mapping that changes in between has removed the
    /// review.
    private Optional<Start> begin(TenantId tenant, UUID subject) {
        return reviews.begin(tenant, subject)
                .flatMap(begun ->
                        imports.find(tenant, subject).map(found -> new Start(found, begun)));
    }

    private record Start(Import subject, Begun begun) {}

    /// Whoever waits for the review learns that there will be none.
    private void giveUp(TenantId tenant, UUID subject, Begun begun, Code code) {
        Review failed = Review.failed(code.sentence());
        transactions.run(tenant, () -> reviews.save(tenant, subject, begun.epoch(), failed));
    }

    /// One review under way.
    private final class Work {
        private final TenantId tenant;
        private final Import subject;
        private final long epoch;
        private final Pause pause;
        private final DryRun dry;
        private final Plan plan;

        Work(TenantId tenant, Import subject, long epoch, Pause pause) {
            this.tenant = tenant;
            this.subject = subject;
            this.epoch = epoch;
            this.pause = pause;
            this.plan = plans.of(tenant, subject);
            this.dry = new DryRun(tenant, plan.decider(Ids::next), contacts, suppressions);
        }

        Progress run() {
            // One transaction from end to end; nothing in it touches a table that lasts.
            return transactions.call(
                    tenant,
                    () -> {
                        contacts.begin();
                        try (RowReader reader =
                                        RowReaders.open(
                                                files.open(subject),
                                                subject.detection().format(),
                                                limits);
                                RowStream rows =
                                        new RowStream(
                                                reader,
                                                plan.mapper(),
                                                threads.mappers(),
                                                batchRows)) {
                            return takeAll(rows);
                        } catch (UnreadableFileException e) {
                            save(dry.result(Review.State.FAILED, e.sentence()));
                            return Progress.DONE;
                        } catch (IOException e) {
                            throw new FileStoreException(
                                    "The file under review could not be read", e);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return Progress.PAUSED;
                        }
                    });
        }

        private Progress takeAll(RowStream rows) throws IOException, InterruptedException {
            Next next = rows.next();
            while (next instanceof Next.Batch(var batch)) {
                dry.take(batch);
                if (pause.wanted()) {
                    return Progress.PAUSED;
                }
                if (!save(dry.result(Review.State.RUNNING, null))) {
                    return Progress.DONE;
                }
                next = rows.next();
            }
            save(
                    next instanceof Next.Broken(var reason)
                            ? dry.result(Review.State.FAILED, reason.sentence())
                            : dry.result(Review.State.DONE, null));
            return Progress.DONE;
        }

        /// In a transaction of its own, on another thread, so that whoever watches sees it.
        private boolean save(Review review) {
            return CompletableFuture.supplyAsync(
                            () ->
                                    transactions.call(
                                            tenant,
                                            () ->
                                                    reviews.save(
                                                            tenant, subject.id(), epoch, review)),
                            threads.deciders())
                    .join();
        }
    }
}
