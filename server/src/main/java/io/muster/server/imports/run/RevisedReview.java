package io.muster.server.imports.run;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.plan.Plan;
import io.muster.server.imports.Effect;
import io.muster.server.imports.Review;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.review.ColumnCount;
import io.muster.server.imports.review.ReviewRow;
import io.muster.server.imports.review.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a review says after one of its rows has changed: the row is taken off every count, and
/// counted again as it is now.
public final class RevisedReview {
    private RevisedReview() {}

    /// A row before or after the change.
    public record Side(MappedRow mapped, ReviewRow row) {

        private RowCounts counts() {
            return RowCounts.of(row.action(), !row.info().isEmpty());
        }

        private Effect effect() {
            return Effect.of(row.action());
        }

        private List<ColumnCount> columns(Plan plan) {
            ColumnTally tally = new ColumnTally(plan.mapper().slots());
            tally.add(mapped, row.changes());
            return tally.counts();
        }
    }

    public static Review of(Review review, Plan plan, Side before, Side after) {
        IssueTally issues = new IssueTally();
        issues.addAll(review.issues());
        issues.remove(before.row().row(), before.effect(), before.row().info());
        issues.add(after.row().row(), after.effect(), after.row().info());
        return new Review(
                review.state(),
                review.total(),
                review.counts().minus(before.counts()).plus(after.counts()),
                issues.issues(),
                columns(review.columns(), before.columns(plan), after.columns(plan)),
                topics(review.topics(), before.row(), after.row()),
                review.revised() + 1,
                review.failureReason(),
                review.finishedAt());
    }

    /// All three are of the same columns, in file order.
    private static List<ColumnCount> columns(
            List<ColumnCount> counted, List<ColumnCount> before, List<ColumnCount> after) {
        List<ColumnCount> columns = new ArrayList<>(counted.size());
        for (int i = 0; i < counted.size(); i++) {
            columns.add(counted.get(i).minus(before.get(i)).plus(after.get(i)));
        }
        return columns;
    }

    private static Map<Topic, Long> topics(
            Map<Topic, Long> counted, ReviewRow before, ReviewRow after) {
        Map<Topic, Long> topics = new EnumMap<>(Topic.class);
        topics.putAll(counted);
        for (Topic topic : Topic.values()) {
            int change = (topic.isIn(after.info()) ? 1 : 0) - (topic.isIn(before.info()) ? 1 : 0);
            if (change != 0) {
                topics.merge(topic, (long) change, Long::sum);
            }
        }
        return topics;
    }
}
