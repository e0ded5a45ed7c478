package io.muster.server.imports.pages.review;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.Review;
import io.muster.server.imports.pages.ImportSteps;
import io.muster.server.imports.pages.Issues;
import io.muster.server.imports.pages.OutcomeBar;
import io.muster.server.imports.repair.pages.StepLines;
import io.muster.server.platform.pages.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the review of an import shows while it runs and when it is done.
///
/// @param review null when none was asked for yet
/// @param topics empty until the review has ended, as are columns and issues
/// @param steps what people did to the rows, the latest first
/// @param grid null until the review has ended
public record ReviewPage(
        Import of,
        @Nullable Review review,
        ReviewAddress address,
        OutcomeBar bar,
        List<TopicLine> topics,
        Issues issues,
        List<ColumnLine> columns,
        StepLines steps,
        @Nullable ReviewGrid grid) {

    public List<Step> wizard() {
        return ImportSteps.REVIEW.steps(of.id());
    }

    public String path() {
        return "/imports/" + of.id();
    }

    public boolean isLive() {
        return review != null
                && switch (review.state()) {
                    case QUEUED, RUNNING -> true;
                    case DONE, FAILED -> false;
                };
    }

    public boolean isDone() {
        return review != null && review.state() == Review.State.DONE;
    }

    /// Whether rows were judged by themselves since the whole file was looked at.
    public boolean isRevised() {
        return review != null && review.isRevised();
    }

    /// Rows looked at so far.
    public long looked() {
        return review == null ? 0 : review.total();
    }

    public long importable() {
        return review == null ? 0 : review.counts().successes();
    }

    /// The outcome in one sentence.
    public String sentence() {
        if (review == null) {
            return t("review.none");
        }
        return switch (review.state()) {
            case QUEUED, RUNNING -> t("review.running");
            case DONE ->
                    t(
                            "review.sentence",
                            importable(),
                            review.total(),
                            review.counts().failed() + review.counts().skipped());
            case FAILED -> t("review.failed");
        };
    }
}
