package io.muster.server.imports.run;

import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.DryContacts;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportFiles;
import io.muster.server.imports.Review;
import io.muster.server.imports.repair.RowRepairs;
import io.muster.server.imports.review.ReviewPart;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.ReviewPartStore;
import io.muster.server.imports.store.ReviewStore;
import io.muster.server.imports.store.ReviewStore.Begun;
import io.muster.server.jobs.JobKind;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reviews one import: the pipeline of the run with a sink that forgets.
@Component
public class ReviewJob implements JobKind {
    public static final String NAME = "review";

    private static final Logger LOG = LoggerFactory.getLogger(ReviewJob.class);
    private static final int USUAL_ROW_BYTES = 100;
    private static final int MOST_ATTEMPTS = 5;

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final ReviewStore reviews;
    private final ReviewPartStore parts;
    private final BatchLookup lookup;
    private final ContactBatches stored;
    private final DryContacts contacts;
    private final ImportFiles files;
    private final ImportPlans plans;
    private final RowRepairs repairs;
    private final EngineThreads threads;
    private final ReviewQueue queue;
    private final Limits limits;
    private final int batchRows;

    ReviewJob(
            TenantTransactions transactions,
            ImportStore imports,
            ReviewStore reviews,
            ReviewPartStore parts,
            BatchLookup lookup,
            ContactBatches stored,
            DryContacts contacts,
            ImportFiles files,
            ImportPlans plans,
            RowRepairs repairs,
            EngineThreads threads,
            ReviewQueue queue,
            Limits limits,
            MusterProperties properties) {
        this.transactions = transactions;
        this.imports = imports;
        this.reviews = reviews;
        this.parts = parts;
        this.lookup = lookup;
        this.stored = stored;
        this.contacts = contacts;
        this.files = files;
        this.plans = plans;
        this.repairs = repairs;
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
            Progress progress = work(tenant, subjectImport, begun.epoch(), pause);
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
                    e instanceof FileStoreException || e instanceof UncheckedIOException
                            ? Code.STORAGE_UNAVAILABLE
                            : Code.ATTEMPTS_EXHAUSTED);
            return Progress.DONE;
        }
    }

    /// The review first and the mapping second: a mapping that changes in between has removed the
    /// review.
    private Optional<Start> begin(TenantId tenant, UUID subject) {
        Optional<Begun> begun = reviews.begin(tenant, subject);
        // What a run before this one has left.
        begun.ifPresent(any -> parts.removeAll(tenant, subject));
        return begun.flatMap(
                run -> imports.find(tenant, subject).map(found -> new Start(found, run)));
    }

    private record Start(Import subject, Begun begun) {}

    /// Whoever waits for the review learns that there will be none.
    private void giveUp(TenantId tenant, UUID subject, Begun begun, Code code) {
        Review failed = Review.failed(code.sentence());
        transactions.run(tenant, () -> reviews.save(tenant, subject, begun.epoch(), failed));
    }

    private Progress work(TenantId tenant, Import subject, long epoch, Pause pause) {
        Plan plan = plans.of(tenant, subject);
        ReviewRun run =
                new ReviewRun(
                        tenant,
                        plan,
                        repairs.of(tenant, subject, plan),
                        transactions,
                        new NewRowLookup(tenant, stored, lookup),
                        contacts,
                        threads,
                        batchRows,
                        (review, packed) -> save(tenant, subject.id(), epoch, review, packed));
        try (RowReader reader =
                RowReaders.open(files.open(subject), subject.detection().format(), limits)) {
            return run.run(reader, probableRows(subject), pause);
        } catch (UnreadableFileException e) {
            Review failed = Review.failed(e.sentence());
            transactions.run(tenant, () -> reviews.save(tenant, subject.id(), epoch, failed));
            return Progress.DONE;
        } catch (IOException e) {
            throw new FileStoreException("The file under review could not be read", e);
        }
    }

    private static long probableRows(Import subject) {
        Long total = subject.total();
        return total == null ? subject.file().size() / USUAL_ROW_BYTES : total;
    }

    private boolean save(
            TenantId tenant, UUID subject, long epoch, Review review, List<ReviewPart> packed) {
        boolean mine = reviews.save(tenant, subject, epoch, review);
        if (mine) {
            parts.add(tenant, subject, packed);
        }
        return mine;
    }
}
