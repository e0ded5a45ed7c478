package io.muster.server.exports;

import io.muster.server.access.Caller;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.exports.store.ExportStore;
import io.muster.server.files.FileContent;
import io.muster.server.files.FileStore;
import io.muster.server.files.FileStoreException;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.segments.Segment;
import io.muster.server.segments.SegmentCount.Counting;
import io.muster.server.segments.Segments;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Everything that can be done with exports.
@Service
public class Exports {
    /// The file was there, and is not any more.
    public static final ProblemKind GONE = new ProblemKind("gone", 410, "No longer there");

    private static final int LONGEST_NAME = 100;

    private final TenantTransactions transactions;
    private final ExportStore store;
    private final ExportQueue queue;
    private final Segments segments;
    private final FilteredContacts contacts;
    private final FileStore files;
    private final Clock clock;

    Exports(
            TenantTransactions transactions,
            ExportStore store,
            ExportQueue queue,
            Segments segments,
            FilteredContacts contacts,
            FileStore files,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.queue = queue;
        this.segments = segments;
        this.contacts = contacts;
        this.files = files;
        this.clock = clock;
    }

    /// Begins an export of a segment, of those whom a filter means, or of all contacts.
    ///
    /// @throws ApiProblem 422 for both a segment and a filter, a segment that is not there, or a
    ///   filter that cannot be used
    public Export create(
            Caller caller,
            @Nullable UUID segmentId,
            @Nullable FilterNode filter,
            ExportFormat format) {
        TenantId tenant = caller.tenant();
        if (segmentId != null && filter != null) {
            throw refused("/filter", "INVALID_OPTION", "Name a segment or a filter, not both.");
        }
        Segment segment = segmentId == null ? null : segment(tenant, segmentId);
        FilterNode who =
                segment != null
                        ? segment.filter().node()
                        : filter == null ? null : contacts.read(tenant, filter, "/filter").node();
        UUID id = Ids.next();
        return transactions.call(
                tenant,
                () -> {
                    store.insert(
                            tenant,
                            new ExportStore.Wanted(
                                    id,
                                    format,
                                    segmentId,
                                    segment == null ? null : segment.name(),
                                    who,
                                    fileName(segment, format),
                                    caller.displayName()));
                    queue.advance(tenant);
                    return get(tenant, id);
                });
    }

    /// Newest first.
    ///
    /// @param before only older ones than this; null from the newest
    public List<Export> list(TenantId tenant, @Nullable UUID before, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, before, limit));
    }

    /// @throws ApiProblem 404 if there is none
    public Export get(TenantId tenant, UUID id) {
        return transactions
                .call(tenant, () -> store.find(tenant, id))
                .orElseThrow(Exports::notFound);
    }

    /// The whole file; never a part of it.
    ///
    /// @throws ApiProblem 404 for no such export, 409 while it has no file, 410 once it has none
    ///   any more
    public FileContent file(TenantId tenant, Export export) {
        return switch (export.status()) {
            case QUEUED, PROCESSING ->
                    throw ApiProblem.conflict("The export is not finished. Try again when it is.");
            case FAILED ->
                    throw ApiProblem.conflict("The export has failed, and there is no file.");
            case EXPIRED -> throw gone();
            case COMPLETED -> {
                try {
                    yield files.get(String.valueOf(export.fileId()));
                } catch (FileStoreException e) {
                    if (get(tenant, export.id()).status() == ExportStatus.EXPIRED) {
                        throw gone();
                    }
                    throw e;
                }
            }
        };
    }

    /// Takes an export back: stops it, or removes its file. That it was there stays known.
    ///
    /// @throws ApiProblem 404 if there is none
    public void withdraw(TenantId tenant, UUID id) {
        transactions.run(
                tenant,
                () -> {
                    store.lock(tenant);
                    get(tenant, id);
                    store.expire(tenant, id);
                    queue.advance(tenant);
                });
        sweep(tenant);
    }

    /// Removes the files of exports that have expired. One that is left by a crash in between goes
    /// with the next sweep.
    void sweep(TenantId tenant) {
        for (ExportStore.Leftover file : transactions.call(tenant, () -> store.leftovers(tenant))) {
            files.delete(file.fileId());
            transactions.run(tenant, () -> store.forgetFile(tenant, file));
        }
    }

    private Segment segment(TenantId tenant, UUID id) {
        try {
            return segments.get(tenant, id, Counting.AT_HAND);
        } catch (ApiProblem e) {
            throw refused("/segment_id", "UNKNOWN_SEGMENT", "There is no such segment.");
        }
    }

    private String fileName(@Nullable Segment segment, ExportFormat format) {
        String what = segment == null ? "contacts" : plain(segment.name());
        return what
                + "-"
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                + "."
                + format.text();
    }

    /// What file systems do not take in names goes.
    private static String plain(String name) {
        String plain =
                name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|.]+", " ").strip().replaceAll("\\s+", "-");
        return plain.isEmpty()
                ? "contacts"
                : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static ApiProblem gone() {
        return new ApiProblem(
                GONE,
                "The file is no longer kept. Begin a new export to get the contacts of today.");
    }

    private static ApiProblem refused(String pointer, String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError(pointer, code, message)));
    }

    private static ApiProblem notFound() {
        return ApiProblem.notFound("export");
    }
}
