package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.outcome.Code;
import io.muster.server.access.Sight;
import io.muster.server.imports.Effect;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.Review;
import io.muster.server.imports.review.ColumnCount;
import io.muster.server.imports.review.Topic;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A review as the API shows it.
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReviewView(
        @Schema(description = "`queued`, `running`, `done` or `failed`") String state,
        @Schema(description = "Rows looked at so far; all of the file's when the state is `done`")
                long total,
        long created,
        long updated,
        long unchanged,
        long skipped,
        long failed,
        long warnings,
        List<IssueView> issues,
        TopicsView topics,
        @Schema(description = "How the cells of each imported column are read, in file order")
                List<ColumnCount> columns,
        @Schema(
                        description =
                                "How many times somebody has changed a row since, which was then judged by itself. What that"
                                        + " means for other rows is known after another review: `POST …/review` begins one")
                long revised,
        @Nullable String failureReason) {

    /// Rows that have a remark, by its code and field.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ReviewIssue")
    record IssueView(
            Code code,
            @Nullable String field,
            @Schema(description = "Rows that have it, each counted once") long count,
            @Schema(description = "A few of the values concerned") List<String> examples,
            @Schema(
                            description =
                                    "The number of a row for each example; without examples, a few of the rows")
                    List<Long> exampleRows,
            @Schema(description = "Of these rows, those that fail") long failing,
            @Schema(description = "Of these rows, those that are skipped") long skipped,
            @Schema(description = "Of these rows, those that are imported all the same")
                    long warned) {

        static IssueView of(IssueCount from) {
            return new IssueView(
                    from.code(),
                    from.field(),
                    from.count(),
                    from.examples(),
                    from.rows(),
                    from.with(Effect.FAILS),
                    from.with(Effect.SKIPS),
                    from.with(Effect.WARNS));
        }
    }

    /// What people ask about first.
    @Schema(name = "ReviewTopics")
    record TopicsView(
            @Schema(description = "Rows about a contact that an earlier row of the file is about")
                    long duplicatesInFile,
            @Schema(description = "Rows with keys that belong to different contacts, or another's")
                    long conflicts,
            @Schema(description = "Rows about somebody who must not be contacted") long suppressed,
            @Schema(description = "Rows with a number that a spreadsheet has ruined")
                    long spreadsheetDamage,
            @Schema(
                            description =
                                    "Stored values that would be removed, with nothing in their place")
                    long clearedValues) {

        static TopicsView of(Review from) {
            return new TopicsView(
                    from.count(Topic.DUPLICATES),
                    from.count(Topic.CONFLICTS),
                    from.count(Topic.SUPPRESSED),
                    from.count(Topic.SPREADSHEET_DAMAGE),
                    from.cleared());
        }
    }

    /// @param sight of whoever asks
    static ReviewView of(Review from, Sight sight) {
        return new ReviewView(
                from.state().name().toLowerCase(Locale.ROOT),
                from.total(),
                from.counts().created(),
                from.counts().updated(),
                from.counts().unchanged(),
                from.counts().skipped(),
                from.counts().failed(),
                from.counts().warnings(),
                from.issues().stream().map(one -> IssueView.of(one.seen(sight))).toList(),
                TopicsView.of(from),
                from.columns(),
                from.revised(),
                from.failureReason());
    }
}
