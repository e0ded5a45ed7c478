package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.util.WebUtils;

/// Light or dark, as the person chose, or as their system says.
public enum Theme {
    SYSTEM("device-desktop"),
    LIGHT("sun"),
    DARK("moon");

    static final String COOKIE = "theme";

    private final String icon;

    Theme(String icon) {
        this.icon = icon;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    /// What the page starts in; a script corrects it before the first paint when the system
    /// decides.
    public Theme initial() {
        return this == SYSTEM ? LIGHT : this;
    }

    static Theme of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? SYSTEM : parse(cookie.getValue());
    }

    static Theme parse(String text) {
        for (Theme theme : values()) {
            if (theme.key().equals(text)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
