package io.muster.server.sources.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;
import io.muster.server.sources.Source;
import io.muster.server.sources.SourceHealth.Health;

/// A source as the page lists it.
public record SourceLine(Source source, Health health) {

    public String path() {
        return "/sources/" + source.key();
    }

    /// Its rows of the last day in the log.
    public String logPath(String result) {
        return "/import-log?range=day&source="
                + source.key()
                + (result.isEmpty() ? "" : "&result=" + result);
    }

    public Badge state() {
        if (health.lastSeen() == null) {
            return new Badge(Tone.PLAIN, t("sources.state.never"));
        }
        if (health.lastDay() == 0) {
            return new Badge(Tone.NOTE, t("sources.state.silent"));
        }
        if (health.failure() > 0) {
            return new Badge(Tone.BAD, t("sources.state.failing"));
        }
        return health.warning() > 0
                ? new Badge(Tone.BUSY, t("sources.state.warned"))
                : new Badge(Tone.OK, t("sources.state.well"));
    }
}
