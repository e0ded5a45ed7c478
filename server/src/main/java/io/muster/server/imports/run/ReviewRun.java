package io.muster.server.imports.run;

import io.muster.engine.file.RowReader;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.DryContacts;
import io.muster.server.contacts.Overlay;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.Review;
import io.muster.server.imports.review.PartDraft;
import io.muster.server.imports.review.ReviewPart;
import io.muster.server.imports.run.RowStream.Next;
import io.muster.server.imports.run.RowStream.Next.Batch;
import io.muster.server.jobs.JobKind.Pause;
import io.muster.server.jobs.JobKind.Progress;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// One review under way. While a batch is decided, the contacts of the next are looked up, and what
/// was found of the last is saved.
final class ReviewRun {
    /// Nothing is locked while a batch is decided, so nothing speaks for large ones; what is under
    /// way stays small, and the collector has little to copy.
    private static final int BATCH_ROWS = 4 * RowStream.PLACE_STEP;

    private static final int PARTS_AT_ONCE = 20;

    private final TenantId tenant;
    private final Plan plan;
    private final RowMapping mapping;
    private final TenantTransactions transactions;
    private final NewRowLookup lookup;
    private final DryContacts contacts;
    private final EngineThreads threads;
    private final int batchRows;
    private final Saving saving;

    /// Keeps what was found, as long as the review is this run's.
    interface Saving {

        /// Called in a transaction of the tenant.
        ///
        /// @return false when the review is no longer this run's
        boolean save(Review review, List<ReviewPart> parts);
    }

    /// The next rows, and what is being looked up for them.
    private record Asked(Next next, CompletableFuture<LookedUp> lookedUp) {}

    /// The keys that rows bring, and what the database knows of them.
    private record LookedUp(ContactKeys keys, Known known) {
        static final LookedUp NOTHING = new LookedUp(new ContactKeys(), Known.NOTHING);
    }

    ReviewRun(
            TenantId tenant,
            Plan plan,
            RowMapping mapping,
            TenantTransactions transactions,
            NewRowLookup lookup,
            DryContacts contacts,
            EngineThreads threads,
            int batchRows,
            Saving saving) {
        this.tenant = tenant;
        this.plan = plan;
        this.mapping = mapping;
        this.transactions = transactions;
        this.lookup = lookup;
        this.contacts = contacts;
        this.threads = threads;
        this.batchRows = Math.min(batchRows, BATCH_ROWS);
        this.saving = saving;
    }

    /// Takes the reader over.
    ///
    /// @throws FileStoreException when the stored file fails under the reader
    /// @param rows how many the file probably has; nought when nobody knows
    Progress run(RowReader reader, long rows, Pause pause) {
        try (Overlay overlay = contacts.begin(rows);
                RowStream stream = new RowStream(reader, mapping, threads.mappers(), batchRows)) {
            return takeAll(stream, new DryRun(plan, overlay), pause);
        } catch (IOException e) {
            throw new FileStoreException("The file under review could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Progress.PAUSED;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Progress takeAll(RowStream rows, DryRun dry, Pause pause)
            throws IOException, InterruptedException {
        CompletableFuture<Boolean> saved = CompletableFuture.completedFuture(true);
        List<PartDraft> unsaved = new ArrayList<>();
        Asked asked = ask(rows.next(), dry, CompletableFuture.completedFuture(LookedUp.NOTHING));
        while (asked.next() instanceof Batch batch) {
            Asked ahead = ask(rows.next(), dry, asked.lookedUp());
            LookedUp found = asked.lookedUp().join();
            unsaved.addAll(dry.take(batch, found.keys(), found.known()));
            if (pause.wanted()) {
                return Progress.PAUSED;
            }
            if (isEnough(unsaved)) {
                if (!saved.join()) {
                    return Progress.DONE;
                }
                saved = save(dry.result(Review.State.RUNNING, null), unsaved);
                unsaved = new ArrayList<>();
            }
            asked = ahead;
        }
        if (saved.join()) {
            save(end(asked.next(), dry), unsaved).join();
        }
        return Progress.DONE;
    }

    private static boolean isEnough(List<PartDraft> unsaved) {
        return unsaved.size() >= PARTS_AT_ONCE
                || unsaved.stream().mapToLong(PartDraft::weight).sum() > RowStream.BATCH_WEIGHT;
    }

    private static Review end(Next last, DryRun dry) {
        return last instanceof Next.Broken(UnreadableFileException reason)
                ? dry.result(Review.State.FAILED, reason.sentence())
                : dry.result(Review.State.DONE, null);
    }

    /// @param before what is being looked up for the rows before, which goes first
    private Asked ask(Next next, DryRun dry, CompletableFuture<LookedUp> before) {
        if (!(next instanceof Batch batch)) {
            return new Asked(next, CompletableFuture.completedFuture(LookedUp.NOTHING));
        }
        return new Asked(
                next,
                before.thenApplyAsync(
                        any -> {
                            ContactKeys keys = dry.keys(batch.rows());
                            return new LookedUp(
                                    keys, transactions.call(tenant, () -> lookup.find(keys)));
                        },
                        threads.deciders()));
    }

    private CompletableFuture<Boolean> save(Review review, List<PartDraft> parts) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<ReviewPart> packed = parts.stream().map(PartDraft::pack).toList();
                    return transactions.call(tenant, () -> saving.save(review, packed));
                },
                threads.deciders());
    }
}
