package io.muster.server.imports.repair;

import io.muster.engine.file.Detection;
import io.muster.engine.file.RowPlace;
import io.muster.engine.file.SourceRow;
import io.muster.engine.repair.Repaired;
import io.muster.server.imports.FileRows;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.review.ReviewPart;
import io.muster.server.imports.store.ReviewPartStore;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows that can be worked on: all of a file before its import starts, and afterwards those
/// that failed or were skipped.
@Component
class OpenRows {
    private final RowStore rows;
    private final ReviewPartStore parts;
    private final FileRows files;

    OpenRows(RowStore rows, ReviewPartStore parts, FileRows files) {
        this.rows = rows;
        this.parts = parts;
        this.files = files;
    }

    /// @throws ApiProblem 409 while nothing can be changed
    static void requireOpen(Import of) {
        switch (of.status()) {
            case UPLOADED -> {
                if (!of.mapped()) {
                    throw ApiProblem.conflict(
                            "The columns are not mapped yet. Map them, then edit rows.");
                }
            }
            case COMPLETED, FAILED, CANCELLED -> {}
            case QUEUED, PROCESSING, POST_PROCESSING ->
                    throw ApiProblem.conflict(
                            "The import is running. Wait until it has ended, then edit rows.");
            case REVERTING, REVERTED ->
                    throw ApiProblem.conflict(
                            "The import was undone, so its rows can no longer be repaired.");
        }
    }

    /// The attempt that will take up what is done to rows now.
    static int nextAttempt(Import of) {
        return of.status() == ImportStatus.UPLOADED ? 1 : of.attempt().number() + 1;
    }

    /// A row that can be worked on, before anything was done to it.
    @FunctionalInterface
    interface Open {
        Repaired after(RepairedRows work);
    }

    /// A row of the file, read before anything was locked: in a large file that takes a while.
    ///
    /// @param how the file was understood then; null when nothing was read
    /// @param row null when the file has none of that number
    record Ahead(@Nullable Detection how, @Nullable SourceRow row) {
        static final Ahead NOTHING = new Ahead(null, null);
    }

    /// Needs the tenant's transaction.
    Ahead ahead(TenantId tenant, Import of, long number) {
        return of.status() == ImportStatus.UPLOADED
                ? new Ahead(of.detection(), inFile(tenant, of, number))
                : Ahead.NOTHING;
    }

    /// Needs the tenant's transaction.
    ///
    /// @throws ApiProblem 404 for a row that the file has not, 409 for one that is imported already
    Open get(TenantId tenant, Import of, long number, Ahead ahead) {
        if (of.status() == ImportStatus.UPLOADED) {
            SourceRow row =
                    of.detection().equals(ahead.how()) ? ahead.row() : inFile(tenant, of, number);
            if (row == null) {
                throw ApiProblem.notFound("row");
            }
            return work -> work.file(List.of(row)).getFirst();
        }
        LoggedRow row =
                rows.byNumber(tenant, of.id(), List.of(number)).stream()
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.notFound("row"));
        if (!row.isOpen()) {
            throw ApiProblem.conflict(
                    (row.isAboutErased()
                                    ? "Row %d is about somebody who was erased; nothing is kept of it."
                                    : "Row %d is imported already. Change its contact instead.")
                            .formatted(number));
        }
        return work -> work.logged(List.of(row)).getFirst();
    }

    private @Nullable SourceRow inFile(TenantId tenant, Import of, long number) {
        return number < 1 ? null : files.row(of, number, place(tenant, of, number)).orElse(null);
    }

    /// A review knows where in the file its rows are.
    private @Nullable RowPlace place(TenantId tenant, Import of, long number) {
        return parts.from(tenant, of.id(), number, List.of(), 1).stream()
                .filter(part -> part.firstRow() <= number)
                .map(ReviewPart::place)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
