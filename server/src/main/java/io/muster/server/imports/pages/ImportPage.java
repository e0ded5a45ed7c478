package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.number;
import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.file.SheetDetection;
import io.muster.engine.file.TextDetection;
import io.muster.server.access.Sight;
import io.muster.server.imports.Import;
import io.muster.server.imports.undo.pages.UndoPanel;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of one import shows, from its first row to long after its last.
///
/// @param bar the outcomes so far
/// @param failing the first failed rows
/// @param policies null as long as nothing was decided
/// @param undo what is to be said about its undo
/// @param rate null while there is too little to draw
/// @param now the moment at which the rest was read
/// @param mayImport whether the viewer may change anything
/// @param sight what the viewer sees of people's values
public record ImportPage(
        Import of,
        OutcomeBar bar,
        Issues issues,
        List<RowLine> failing,
        @Nullable Policies policies,
        UndoPanel undo,
        @Nullable RatePlot rate,
        Instant now,
        boolean mayImport,
        Sight sight) {
    static final Duration FIRST_ESTIMATE = Duration.ofSeconds(5);

    public Badge badge() {
        return StatusBadge.of(of.status());
    }

    public String path() {
        return "/imports/" + of.id();
    }

    public List<Step> steps() {
        return switch (of.status()) {
            case UPLOADED -> (of.mapped() ? ImportSteps.REVIEW : ImportSteps.MAP).steps(of.id());
            case QUEUED, PROCESSING, POST_PROCESSING -> ImportSteps.started(false);
            case COMPLETED, FAILED, CANCELLED, REVERTING, REVERTED -> ImportSteps.started(true);
        };
    }

    /// Whether something on the page still changes by itself.
    public boolean isLive() {
        return of.status().isActive();
    }

    /// Whether rows are still to come.
    public boolean isRunning() {
        return switch (of.status()) {
            case QUEUED, PROCESSING, POST_PROCESSING -> true;
            case UPLOADED, COMPLETED, FAILED, CANCELLED, REVERTING, REVERTED -> false;
        };
    }

    /// Whether the result is there, be it undone since or not.
    public boolean hasResult() {
        return switch (of.status()) {
            case COMPLETED, FAILED, CANCELLED, REVERTING, REVERTED -> true;
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING -> false;
        };
    }

    /// Whether rows that failed can be mended.
    public boolean isRepairable() {
        return switch (of.status()) {
            case COMPLETED, FAILED, CANCELLED -> of.counts().failed() > 0;
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING, REVERTING, REVERTED -> false;
        };
    }

    public List<RunStep> runSteps() {
        return RunStep.of(of, pace());
    }

    public boolean isCancellable() {
        return switch (of.status()) {
            case QUEUED, PROCESSING -> !of.cancelRequested();
            case UPLOADED, POST_PROCESSING, COMPLETED, FAILED, CANCELLED, REVERTING, REVERTED ->
                    false;
        };
    }

    /// Rows of the attempt under way; null until they are counted.
    public @Nullable Long all() {
        return of.attempt().isRetry()
                ? Long.valueOf(Math.max(of.attempt().done(), of.attempt().rows()))
                : of.total();
    }

    /// What the tab says while somebody looks elsewhere.
    public String title() {
        Long total = all();
        return isRunning() && total != null && total > 0
                ? of.done() * 100 / total + " % · " + of.file().name()
                : of.file().name();
    }

    /// The whole story in one sentence.
    public String sentence() {
        long total = of.processed() + of.unprocessed();
        long done = of.counts().successes();
        return switch (of.status()) {
            case UPLOADED -> t("import.sentence.uploaded");
            case QUEUED -> t("import.sentence.queued");
            case PROCESSING ->
                    of.cancelRequested()
                            ? t("import.sentence.cancelling")
                            : of.attempt().isRetry()
                                    ? t("import.sentence.retrying", of.attempt().rows())
                                    : t("import.sentence.processing");
            case POST_PROCESSING -> t("import.sentence.post_processing");
            case COMPLETED -> t("import.sentence.completed", done, total, needAttention());
            case FAILED -> t("import.sentence.failed", done, total);
            case CANCELLED -> t("import.sentence.cancelled", done, total);
            case REVERTING, REVERTED -> undo.sentence();
        };
    }

    /// What a screen reader is told: at quarters on the way, and at the end.
    public String announcement() {
        Long total = all();
        return isRunning() && total != null && total > 0
                ? t("import.announce", of.done() * 4 / total * 25)
                : sentence();
    }

    /// Rows that did not come in, though nobody stopped the import.
    private long needAttention() {
        return of.counts().failed() + of.counts().skipped();
    }

    /// Rows per second and the time left, once there is enough to tell by; empty until then.
    public String pace() {
        Instant started = of.startedAt();
        Long total = all();
        if (started == null || !isRunning() || of.done() == 0) {
            return "";
        }
        Duration elapsed = Duration.between(started, now);
        if (elapsed.compareTo(FIRST_ESTIMATE) < 0) {
            return "";
        }
        double rate = of.done() / (elapsed.toMillis() / 1_000.0);
        String perSecond = t("import.rate", Math.round(rate));
        if (total == null) {
            return perSecond;
        }
        var left = Duration.ofSeconds((long) Math.ceil((total - of.done()) / rate));
        return perSecond + " · " + t("import.time_left", Amounts.duration(left));
    }

    public String duration() {
        Instant started = of.startedAt();
        Instant finished = of.finishedAt();
        return started == null || finished == null
                ? ""
                : Amounts.duration(Duration.between(started, finished));
    }

    /// Exactly what stays when the import is cancelled now.
    public String cancelWords() {
        return of.processed() == 0
                ? t("import.cancel.nothing")
                : t(
                        "import.cancel.stays",
                        number(of.processed()),
                        number(of.counts().created()),
                        number(of.counts().updated()));
    }

    public String source() {
        return t("import.source." + of.source());
    }

    public String readAs() {
        return switch (of.detection()) {
            case TextDetection text -> t("import.read_as.text", text.format().charset());
            case SheetDetection workbook -> t("import.read_as.sheet", workbook.format().sheet());
        };
    }

    public String size() {
        return Amounts.size(of.file().size());
    }
}
