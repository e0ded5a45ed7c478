package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One step of an import's run and how far it is.
///
/// @param detail rows, rate and time; empty when there is nothing to say
public record RunStep(String label, State state, String detail) {

    /// How far a step is; icon and word say the same.
    public enum State {
        DONE("circle-check", "tone-ok"),
        CURRENT("loader-2", "tone-busy"),
        TO_COME("circle-dashed", "tone-plain"),
        STOPPED("player-stop", "tone-bad");

        private final String icon;
        private final String tone;

        State(String icon, String tone) {
            this.icon = icon;
            this.tone = tone;
        }

        public String icon() {
            return icon;
        }

        public String tone() {
            return tone;
        }

        public String word() {
            return t("run.state." + name().toLowerCase(Locale.ROOT));
        }
    }

    /// @param pace of the rows under way, in words
    static List<RunStep> of(Import of, String pace) {
        State rows = rows(of);
        return List.of(
                new RunStep(t("run.uploaded"), State.DONE, uploaded(of)),
                new RunStep(t("run.queued"), queued(of), ""),
                new RunStep(t("run.rows"), rows, rows(of, rows, pace)),
                new RunStep(t("run.finish"), finish(of, rows), ""));
    }

    private static String uploaded(Import of) {
        Long total = of.total();
        String size = Amounts.size(of.file().size());
        return total == null ? size : size + " · " + t("run.count", total);
    }

    private static State queued(Import of) {
        return switch (of.status()) {
            case UPLOADED -> State.TO_COME;
            case QUEUED -> State.CURRENT;
            case CANCELLED -> of.startedAt() == null ? State.STOPPED : State.DONE;
            case PROCESSING, POST_PROCESSING, COMPLETED, FAILED, REVERTING, REVERTED -> State.DONE;
        };
    }

    private static State rows(Import of) {
        return switch (of.status()) {
            case UPLOADED, QUEUED -> State.TO_COME;
            case PROCESSING -> State.CURRENT;
            case FAILED, CANCELLED -> of.startedAt() == null ? State.TO_COME : State.STOPPED;
            case POST_PROCESSING, COMPLETED -> State.DONE;
            case REVERTING, REVERTED ->
                    of.unprocessed() > 0 || of.failureCode() != null ? State.STOPPED : State.DONE;
        };
    }

    private static State finish(Import of, State rows) {
        if (rows != State.DONE) {
            return State.TO_COME;
        }
        return of.status() == ImportStatus.POST_PROCESSING ? State.CURRENT : State.DONE;
    }

    private static String rows(Import of, State state, String pace) {
        return switch (state) {
            case TO_COME -> "";
            case CURRENT -> pace.isEmpty() ? t("import.pace.soon") : pace;
            case DONE, STOPPED -> taken(of);
        };
    }

    /// How long the rows of the latest attempt took, and how fast they came.
    private static String taken(Import of) {
        Instant started = of.startedAt();
        Instant finished = of.finishedAt();
        if (started == null || finished == null) {
            return t("run.count", of.done());
        }
        Duration took = Duration.between(started, finished);
        long perSecond = Math.round(of.done() * 1_000.0 / Math.max(1, took.toMillis()));
        String words = t("run.taken", of.done(), Amounts.duration(took));
        return took.toSeconds() > 0 ? words + " · " + t("import.rate", perSecond) : words;
    }
}
