package io.muster.server.platform.pages;

import java.util.Locale;

/// What a colour means. A tone never stands alone: an icon and a word say the same.
public enum Tone {
    /// Done, as it should be.
    OK("circle-check"),
    /// Under way, or worth a look.
    BUSY("alert-triangle"),
    /// Went wrong.
    BAD("alert-circle"),
    /// Good to know.
    NOTE("info-circle"),
    PLAIN("point");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String css() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
