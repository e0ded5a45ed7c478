package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.access.Sight;
import io.muster.server.imports.Attempt;
import io.muster.server.imports.EarlierMapping;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.RowCounts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as the API shows it.
///
/// @param options what was chosen so far, the mapping included; empty before anything was
/// @param earlierMapping the mapping by which the columns were suggested; null when none was known
/// @param attempt the latest attempt at the rows that was begun
/// @param retry how far that is; null unless it is a later one under way
/// @param repaired in the answer to a repaired error file only: the upload became no new import,
///   but belongs to this one
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportView(
        UUID id,
        long number,
        String status,
        FileView file,
        FormatView format,
        List<ImportColumn> columns,
        ImportSettings options,
        ProgressView progress,
        ResultView result,
        @Nullable String failureCode,
        @Nullable String failureReason,
        String source,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable EarlierMapping earlierMapping,
        int attempt,
        @Nullable RetryView retry,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RepairedView repaired) {

    /// What came of a repaired error file that was uploaded.
    ///
    /// @param rows in the file
    /// @param changed how many of them say something else than before
    /// @param imported how many are imported already, and so were left alone
    public record RepairedView(long rows, long changed, long imported) {}

    /// How far a later attempt is with the rows that it takes up. Until a row has its new outcome,
    /// the old one counts.
    public record RetryView(int attempt, long processed, long total) {

        static @Nullable RetryView of(Attempt attempt) {
            return attempt.isRetry()
                    ? new RetryView(
                            attempt.number(),
                            attempt.done(),
                            Math.max(attempt.done(), attempt.rows()))
                    : null;
        }
    }

    /// @param size in bytes
    public record FileView(String name, long size, String sha256) {}

    /// @param total null until the rows are counted
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ProgressView(long processed, @Nullable Long total) {}

    /// Rows by what became of them; they add up to the total.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ResultView(
            @Nullable Long total,
            long created,
            long updated,
            long unchanged,
            long skipped,
            long failed,
            long unprocessed,
            long warnings) {}

    public static ImportView of(Import from) {
        return of(from, null);
    }

    /// As somebody sees it.
    ImportView seen(Sight sight) {
        return new ImportView(
                id,
                number,
                status,
                file,
                format,
                columns.stream().map(column -> column.seen(sight)).toList(),
                options,
                progress,
                result,
                failureCode,
                failureReason,
                source,
                createdBy,
                createdAt,
                startedAt,
                finishedAt,
                earlierMapping,
                attempt,
                retry,
                repaired);
    }

    /// @param repaired what came of a repaired file that belongs to the import; null for none
    public static ImportView of(Import from, @Nullable RepairedView repaired) {
        RowCounts counts = from.counts();
        return new ImportView(
                from.id(),
                from.number(),
                from.status().name().toLowerCase(Locale.ROOT),
                new FileView(from.file().name(), from.file().size(), from.file().sha256()),
                FormatView.of(from.detection()),
                from.columns(),
                from.settings(),
                new ProgressView(from.processed(), from.total()),
                new ResultView(
                        from.total(),
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.skipped(),
                        counts.failed(),
                        unprocessed(from),
                        counts.warnings()),
                from.failureCode(),
                from.failureReason(),
                from.source(),
                from.createdByName(),
                from.createdAt(),
                from.startedAt(),
                from.finishedAt(),
                from.earlier(),
                from.attempt().number(),
                RetryView.of(from.attempt()),
                repaired);
    }

    /// Rows without an outcome yet, so that the sum holds at every moment.
    private static long unprocessed(Import from) {
        if (from.status().isFinished() || from.total() == null) {
            return from.unprocessed();
        }
        return Math.max(0, from.total() - from.processed());
    }
}
