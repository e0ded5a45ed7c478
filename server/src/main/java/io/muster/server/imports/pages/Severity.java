package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Effect;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;
import java.util.Locale;

/// How much a remark weighs, by what became of its row; the heaviest first.
public enum Severity {
    FAILS(Effect.FAILS, Tone.BAD, "x"),
    SKIPS(Effect.SKIPS, Tone.BUSY, "player-skip-forward"),
    WARNS(Effect.WARNS, Tone.NOTE, "info-circle");

    private final Effect effect;
    private final Tone tone;
    private final String icon;

    Severity(Effect effect, Tone tone, String icon) {
        this.effect = effect;
        this.tone = tone;
        this.icon = icon;
    }

    public Effect effect() {
        return effect;
    }

    public Tone tone() {
        return tone;
    }

    public String title() {
        return t("severity." + name().toLowerCase(Locale.ROOT));
    }

    public Badge badge() {
        return new Badge(tone, icon, title());
    }
}
