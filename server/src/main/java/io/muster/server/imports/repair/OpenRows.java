package io.muster.server.imports.repair;

import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.repair.Repaired;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportFiles;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/// The rows that can be worked on: all of a file before its import starts, and afterwards those that
/// failed or were skipped.
@Component
class OpenRows {
    private final RowStore rows;
    private final ImportFiles files;
    private final Limits limits;

    OpenRows(RowStore rows, ImportFiles files, Limits limits) {
        this.rows = rows;
        this.files = files;
        this.limits = limits;
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

    /// Needs the tenant's transaction.
    ///
    /// @throws ApiProblem 404 for a row that the file has not, 409 for one that is imported already
    Repaired get(TenantId tenant, Import of, RepairedRows repaired, long number) {
        if (of.status() == ImportStatus.UPLOADED) {
            return repaired.file(List.of(fromFile(of, number))).getFirst();
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
        return repaired.logged(List.of(row)).getFirst();
    }

    private SourceRow fromFile(Import of, long number) {
        try (RowReader reader =
                RowReaders.open(files.open(of), of.detection().format(), limits)) {
            reader.skipTo(number);
            SourceRow row = number < 1 ? null : reader.next();
            if (row == null || row.number() != number) {
                throw ApiProblem.notFound("row");
            }
            return row;
        } catch (IOException | UnreadableFileException e) {
            throw new FileStoreException("The imported file can no longer be read", e);
        }
    }
}
