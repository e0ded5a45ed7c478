package io.muster.server.imports;

import io.muster.engine.file.UnreadableFileException;
import io.muster.server.access.Caller;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.SourceCaller;
import io.muster.server.files.FileStore;
import io.muster.server.files.StoredFile;
import io.muster.server.imports.run.ImportEnding;
import io.muster.server.imports.run.ImportQueue;
import io.muster.server.imports.run.ReviewQueue;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.ReviewPartStore;
import io.muster.server.imports.store.ReviewStore;
import io.muster.server.imports.store.RunStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/// Everything that can be done with imports. Another tenant's import is not there, just as one that
/// never was.
@Service
public class Imports {
    private final TenantTransactions transactions;
    private final ImportStore store;
    private final RunStore runs;
    private final ReviewStore reviews;
    private final ReviewPartStore reviewParts;
    private final RepairStore repairs;
    private final FileStore files;
    private final FirstLook firstLook;
    private final ImportMappings mappings;
    private final EarlierMappings earlier;
    private final SavedMappings saved;
    private final ImportQueue queue;
    private final ImportEnding ending;
    private final ReviewQueue reviewQueue;

    Imports(
            TenantTransactions transactions,
            ImportStore store,
            RunStore runs,
            ReviewStore reviews,
            ReviewPartStore reviewParts,
            RepairStore repairs,
            FileStore files,
            FirstLook firstLook,
            ImportMappings mappings,
            EarlierMappings earlier,
            SavedMappings saved,
            ImportQueue queue,
            ImportEnding ending,
            ReviewQueue reviewQueue) {
        this.transactions = transactions;
        this.store = store;
        this.runs = runs;
        this.reviews = reviews;
        this.reviewParts = reviewParts;
        this.repairs = repairs;
        this.files = files;
        this.firstLook = firstLook;
        this.mappings = mappings;
        this.earlier = earlier;
        this.saved = saved;
        this.queue = queue;
        this.ending = ending;
        this.reviewQueue = reviewQueue;
    }

    /// Makes an import of a stored file. The file is removed again if it cannot be one.
    ///
    /// @param name as the file's owner called it
    /// @param settings what is known already; columns in it count as the mapping
    /// @throws ApiProblem 422 when the file cannot be read or the settings cannot be used
    public Import create(Caller caller, StoredFile file, String name, ImportSettings settings) {
        return create(caller, file, name, settings, FormatChoice.NONE);
    }

    /// @param format what is known of how the file is to be read; the rest is detected
    public Import create(
            Caller caller,
            StoredFile file,
            String name,
            ImportSettings settings,
            FormatChoice format) {
        return create(caller, file, name, settings, format, Step.MAP_IF_GIVEN);
    }

    /// Makes an import of a stored file, maps it by the settings or by the suggestions, and starts
    /// it.
    ///
    /// @throws ApiProblem 422 when the file cannot be read or the mapping cannot be used; nothing
    ///   is kept then
    public Import createAndStart(
            Caller caller, StoredFile file, String name, ImportSettings settings) {
        return createAndStart(caller, file, name, settings, FormatChoice.NONE);
    }

    /// @param format what is known of how the file is to be read; the rest is detected
    public Import createAndStart(
            Caller caller,
            StoredFile file,
            String name,
            ImportSettings settings,
            FormatChoice format) {
        return create(caller, file, name, settings, format, Step.MAP_AND_START);
    }

    private enum Step {
        MAP_IF_GIVEN,
        MAP_AND_START
    }

    private Import create(
            Caller caller,
            StoredFile file,
            String name,
            ImportSettings settings,
            FormatChoice format,
            Step step) {
        TenantId tenant = caller.tenant();
        UUID id = Ids.next();
        try {
            mappings.checkOptions(tenant, settings);
            FirstLook.Seen seen = firstLook.at(tenant, file.id(), format);
            transactions.run(
                    tenant,
                    () -> {
                        store.insert(
                                tenant,
                                arrival(
                                        id,
                                        caller,
                                        new ImportedFile(
                                                file.id(), name, file.size(), file.sha256()),
                                        settings,
                                        seen,
                                        earlier.apply(tenant, seen.columns())));
                        if (step == Step.MAP_AND_START || settings.columns() != null) {
                            map(tenant, id, settings);
                        }
                        if (step == Step.MAP_AND_START) {
                            start(caller, id);
                        }
                    });
        } catch (UnreadableFileException e) {
            files.delete(file.id());
            throw ApiProblem.unprocessable(
                    e.sentence(), List.of(new FieldError("file", e.code().name(), e.sentence())));
        } catch (DataAccessException | TransactionException e) {
            if (isSurelyMissing(tenant, id, e)) {
                files.delete(file.id());
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            files.delete(file.id());
            throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
        return get(tenant, id);
    }

    /// A commit may have been carried out though its answer was lost, and then the import needs its
    /// file.
    private boolean isSurelyMissing(TenantId tenant, UUID id, RuntimeException reason) {
        try {
            return transactions.call(tenant, () -> store.find(tenant, id)).isEmpty();
        } catch (DataAccessException | TransactionException e) {
            reason.addSuppressed(e);
            return false;
        }
    }

    /// @throws ApiProblem 404
    public Import get(TenantId tenant, UUID id) {
        return transactions
                .call(tenant, () -> store.find(tenant, id))
                .orElseThrow(Imports::notFound);
    }

    /// Newest first.
    ///
    /// @param statuses any when empty
    /// @param before only imports with a lower number
    public List<Import> list(
            TenantId tenant, List<ImportStatus> statuses, @Nullable Long before, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, statuses, before, limit));
    }

    /// Imports that make members of a campaign, newest first.
    public List<Import> ofCampaign(TenantId tenant, UUID campaign, int limit) {
        return transactions.call(tenant, () -> store.ofCampaign(tenant, campaign, limit));
    }

    /// The latest other import of a file with the same content.
    public Optional<Import> sameFile(TenantId tenant, Import of) {
        return transactions.call(tenant, () -> store.sameFile(tenant, of.file().sha256(), of.id()));
    }

    /// Reads the file in another way; columns and suggestions are made anew and a mapping is
    /// dropped.
    ///
    /// @throws ApiProblem 404, 409 once the import was started, 422 for a file that cannot be read
    ///   like this
    public Import chooseFormat(TenantId tenant, UUID id, FormatChoice choice) {
        Import before = get(tenant, id);
        try {
            FirstLook.Seen seen =
                    firstLook.again(tenant, before.file().id(), before.detection(), choice);
            transactions.run(
                    tenant,
                    () -> {
                        var suggestions = earlier.apply(tenant, seen.columns());
                        if (!store.saveFormat(
                                tenant,
                                id,
                                seen.detection(),
                                suggestions.columns(),
                                seen.total(),
                                suggestions.earlier())) {
                            throw startedAlready();
                        }
                        // Rows and columns are others now.
                        repairs.removeAll(tenant, id);
                        reviews.remove(tenant, id);
                    });
        } catch (UnreadableFileException e) {
            throw ApiProblem.unprocessable(
                    e.sentence(), List.of(new FieldError("", e.code().name(), e.sentence())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return get(tenant, id);
    }

    /// Chooses where the columns go, and the options.
    ///
    /// @param settings what they leave out stays as chosen before
    /// @throws ApiProblem 404, 409 once the import was started, 422 naming all that is wrong with
    ///   the mapping
    public Import map(TenantId tenant, UUID id, ImportSettings settings) {
        return transactions.call(
                tenant,
                () -> {
                    Import found = store.findLocked(tenant, id).orElseThrow(Imports::notFound);
                    ImportSettings complete = mappings.complete(tenant, found, settings);
                    if (!store.saveMapping(tenant, id, complete)) {
                        throw startedAlready();
                    }
                    reviews.remove(tenant, id);
                    return store.find(tenant, id).orElseThrow(Imports::notFound);
                });
    }

    /// Puts the import into the queue.
    ///
    /// @throws ApiProblem 404, or 409 when it has no mapping or was started before
    public Import start(Caller caller, UUID id) {
        TenantId tenant = caller.tenant();
        return transactions.call(
                tenant,
                () -> {
                    runs.lockQueue(tenant);
                    Import found = store.findLocked(tenant, id).orElseThrow(Imports::notFound);
                    if (found.status() != ImportStatus.UPLOADED) {
                        throw startedAlready();
                    }
                    if (!found.mapped()) {
                        throw ApiProblem.conflict(
                                "The columns are not mapped yet. Map them, then start the import.");
                    }
                    // It would go on over contacts that the import is changing.
                    reviews.removeUnfinished(tenant, id);
                    // From now on the log says what becomes of each row.
                    reviewParts.removeAll(tenant, id);
                    mappings.createFields(tenant, found);
                    saved.used(tenant, found);
                    queue.add(tenant, id, account(caller));
                    return store.find(tenant, id).orElseThrow(Imports::notFound);
                });
    }

    /// Cancels the import: at once while it waits, after the batch under way when it runs. What is
    /// written stays.
    ///
    /// @throws ApiProblem 404, or 409 when it has ended
    public Import cancel(TenantId tenant, UUID id) {
        OptionalLong total = firstLook.countIfUnknown(get(tenant, id));
        return transactions.call(
                tenant,
                () -> {
                    // Whoever hands out places takes the line first and the imports in it second.
                    runs.lockQueue(tenant);
                    total.ifPresent(rows -> store.saveTotal(tenant, id, rows));
                    Import found = store.findLocked(tenant, id).orElseThrow(Imports::notFound);
                    switch (found.status()) {
                        case UPLOADED, QUEUED -> {
                            ending.cancel(tenant, found);
                            reviews.removeUnfinished(tenant, id);
                            reviewParts.removeAll(tenant, id);
                        }
                        case PROCESSING -> runs.requestCancel(tenant, id);
                        case POST_PROCESSING, COMPLETED, FAILED, CANCELLED, REVERTING, REVERTED ->
                                throw ApiProblem.conflict(
                                        "The import has ended; there is nothing left to cancel.");
                    }
                    return store.find(tenant, id).orElseThrow(Imports::notFound);
                });
    }

    /// Begins a review, or leaves the one that there is, unless rows have changed since.
    ///
    /// @throws ApiProblem 404, or 409 when the import has no mapping or was started
    public Review startReview(TenantId tenant, UUID id) {
        return transactions.call(
                tenant,
                () -> {
                    runs.lockQueue(tenant);
                    Import found = store.findLocked(tenant, id).orElseThrow(Imports::notFound);
                    if (found.status() != ImportStatus.UPLOADED) {
                        throw startedAlready();
                    }
                    if (!found.mapped()) {
                        throw ApiProblem.conflict(
                                "The columns are not mapped yet. Map them, then review the import.");
                    }
                    if (reviews.find(tenant, id).filter(Review::isRevised).isPresent()) {
                        reviews.remove(tenant, id);
                    }
                    reviewQueue.add(tenant, id);
                    return reviews.find(tenant, id).orElseThrow(Imports::notFound);
                });
    }

    /// @throws ApiProblem 404 for an import that is not there or has no review
    public Review review(TenantId tenant, UUID id) {
        return findReview(tenant, id).orElseThrow(() -> ApiProblem.notFound("review"));
    }

    public Optional<Review> findReview(TenantId tenant, UUID id) {
        return transactions.call(tenant, () -> reviews.find(tenant, id));
    }

    /// Nobody stands behind an API key.
    private static @Nullable UUID account(Caller caller) {
        return switch (caller) {
            case MemberCaller member -> member.accountId();
            case KeyCaller _, SourceCaller _ -> null;
        };
    }

    private static ImportStore.Arrival arrival(
            UUID id,
            Caller caller,
            ImportedFile file,
            ImportSettings settings,
            FirstLook.Seen seen,
            EarlierMappings.Suggestions suggestions) {
        return new ImportStore.Arrival(
                id,
                settings.campaignId() != null
                        ? "campaign"
                        : switch (caller) {
                            case MemberCaller _ -> "file";
                            case KeyCaller _ -> "api";
                            case SourceCaller from -> from.key();
                        },
                account(caller),
                caller.displayName(),
                file,
                seen.detection(),
                suggestions.columns(),
                settings,
                seen.total(),
                suggestions.earlier());
    }

    private static ApiProblem notFound() {
        return ApiProblem.notFound("import");
    }

    private static ApiProblem startedAlready() {
        return ApiProblem.conflict("The import was started already and can no longer be changed.");
    }
}
