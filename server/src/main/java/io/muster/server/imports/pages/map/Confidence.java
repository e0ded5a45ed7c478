package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.ImportColumn;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;
import java.util.Locale;

/// How sure we are of where a column goes, in a word.
public enum Confidence {
    SURE(Tone.OK, "circle-check"),
    LIKELY(Tone.NOTE, "thumb-up"),
    DOUBTFUL(Tone.BUSY, "alert-triangle"),
    /// Nothing fits.
    NONE(Tone.PLAIN, "circle-dashed"),
    /// A person chose otherwise than we would have.
    CHOSEN(Tone.PLAIN, "user-check");

    private static final double SURE_FROM = 0.9;
    private static final double LIKELY_FROM = 0.75;

    private final Tone tone;
    private final String icon;

    Confidence(Tone tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    public Badge badge() {
        return new Badge(tone, icon, t("map.confidence." + name().toLowerCase(Locale.ROOT)));
    }

    /// @param target as chosen now
    static Confidence of(ImportColumn column, String target) {
        var suggested = column.suggestion();
        if (!suggested.target().equals(target)) {
            return CHOSEN;
        }
        if (target.equals("skip")) {
            return NONE;
        }
        if (suggested.confidence() >= SURE_FROM) {
            return SURE;
        }
        return suggested.confidence() >= LIKELY_FROM ? LIKELY : DOUBTFUL;
    }
}
