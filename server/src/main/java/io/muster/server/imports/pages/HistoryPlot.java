package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import java.util.ArrayList;
import java.util.List;

/// How the rows of the latest imports ended, an upright bar for each; the oldest first.
public record HistoryPlot(List<Bar> bars) {
    /// Imports that it shows at most.
    static final int MOST = 20;

    public static final int SLOT = 34;
    public static final int BAR = 24;
    public static final int HEIGHT = 88;

    /// Room for the numbers below the bars.
    public static final int FOOT = 18;

    /// Thin parts can still be seen.
    private static final int LEAST = 25;

    /// One import.
    ///
    /// @param x where its slot begins
    public record Bar(Import of, OutcomeBar outcome, int x) {

        /// What it is and how it ended.
        public String words() {
            return t(
                    of.status() == ImportStatus.REVERTED
                            ? "plot.history.undone"
                            : "plot.history.bar",
                    of.number(),
                    of.file().name(),
                    outcome.words());
        }

        public String path() {
            return "/imports/" + of.id();
        }
    }

    /// @param latest the newest first
    static HistoryPlot of(List<Import> latest) {
        List<Bar> bars = new ArrayList<>();
        for (Import one : latest.reversed()) {
            OutcomeBar outcome = OutcomeBar.of(one.counts(), one.unprocessed(), LEAST);
            if (outcome.total() > 0) {
                bars.add(new Bar(one, outcome, bars.size() * SLOT));
            }
        }
        return new HistoryPlot(bars);
    }

    public int width() {
        return bars.size() * SLOT;
    }

    /// A single bar has nothing to be compared with.
    public boolean isWorthIt() {
        return bars.size() > 1;
    }

    /// The kinds of outcomes that occur, for the legend.
    public List<OutcomeBar.Part> legend() {
        List<OutcomeBar.Part> legend = new ArrayList<>();
        for (OutcomeKind kind : OutcomeKind.values()) {
            bars.stream()
                    .flatMap(bar -> bar.outcome().present().stream())
                    .filter(part -> part.kind() == kind)
                    .findFirst()
                    .ifPresent(legend::add);
        }
        return legend;
    }
}
