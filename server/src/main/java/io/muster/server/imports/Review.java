package io.muster.server.imports;

import io.muster.engine.outcome.Info;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import would do, found by a dry run over the whole file.
///
/// @param total rows looked at so far; all of the file's when the state is `DONE`
/// @param problems the first rows with a remark, in file order
public record Review(
        State state,
        long total,
        RowCounts counts,
        List<IssueCount> issues,
        List<ProblemRow> problems,
        @Nullable String failureReason,
        @Nullable Instant finishedAt) {

    /// A review that came to nothing.
    public static Review failed(String reason) {
        return new Review(State.FAILED, 0, RowCounts.NONE, List.of(), List.of(), reason, null);
    }

    /// How far a review is.
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /// A row that would fail, be skipped or be changed with a warning.
    ///
    /// @param cells the raw cells, by column
    public record ProblemRow(
            long row, String result, String action, List<String> cells, List<Info> info) {}
}
