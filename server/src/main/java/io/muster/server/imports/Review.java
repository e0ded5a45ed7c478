package io.muster.server.imports;

import io.muster.server.imports.review.ColumnCount;
import io.muster.server.imports.review.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an import would do, found by a dry run over the whole file.
///
/// @param total rows looked at so far; all of the file's when the state is `DONE`
/// @param columns those that are imported, in file order
/// @param topics rows to which each applies
/// @param revised how many times somebody has changed a row since, which was then judged by itself;
///   what that means for other rows is only known after another review
public record Review(
        State state,
        long total,
        RowCounts counts,
        List<IssueCount> issues,
        List<ColumnCount> columns,
        Map<Topic, Long> topics,
        long revised,
        @Nullable String failureReason,
        @Nullable Instant finishedAt) {

    /// A review that came to nothing.
    public static Review failed(String reason) {
        return new Review(
                State.FAILED, 0, RowCounts.NONE, List.of(), List.of(), Map.of(), 0, reason, null);
    }

    /// Whether rows have changed since the whole file was looked at.
    public boolean isRevised() {
        return revised > 0;
    }

    /// Rows to which a topic applies.
    public long count(Topic topic) {
        return topics.getOrDefault(topic, 0L);
    }

    /// Stored values that would go, with nothing in their place.
    public long cleared() {
        return columns.stream().mapToLong(ColumnCount::cleared).sum();
    }

    /// How far a review is.
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }
}
