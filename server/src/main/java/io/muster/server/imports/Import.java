package io.muster.server.imports;

import io.muster.engine.file.Detection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as it stands at this moment.
///
/// @param number counts the tenant's imports, for people
/// @param source `file`, `campaign`, `api`, or the key of the source that it was fetched for
/// @param createdBy the account that uploaded the file; null for an API key
/// @param createdByName who uploaded the file, for people
/// @param startedBy the account that started it; null before the start, and for an API key
/// @param detection what was understood of the file, or chosen
/// @param mapped whether a mapping was chosen
/// @param settings what was chosen so far, the mapping included
/// @param epoch raised each time a run takes the import over
/// @param attempts how often a run took it over since rows were last committed
/// @param total rows in the file; null until they are counted
/// @param unprocessed rows that were given up; over zero only on a failed or cancelled import
/// @param earlier the mapping by which the columns were suggested; null when none was known
public record Import(
        UUID id,
        long number,
        ImportStatus status,
        String source,
        @Nullable UUID createdBy,
        String createdByName,
        @Nullable UUID startedBy,
        ImportedFile file,
        Detection detection,
        List<ImportColumn> columns,
        boolean mapped,
        ImportSettings settings,
        long epoch,
        int attempts,
        @Nullable Long total,
        RowCounts counts,
        long unprocessed,
        @Nullable String failureCode,
        @Nullable String failureReason,
        boolean cancelRequested,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Attempt attempt,
        @Nullable EarlierMapping earlier) {

    /// Rows whose outcome is committed.
    public long processed() {
        return counts.processed();
    }

    /// Rows of the latest attempt that have its outcome.
    public long done() {
        return attempt.number() > 1 ? attempt.done() : processed();
    }
}
