package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;

/// How much of a page a request wants. Controllers take it as an argument, so that one address
/// serves both and works without scripts.
public enum Rendering {
    PAGE,
    /// The part that changes, asked for by a script on the page.
    FRAGMENT;

    /// The view that fits.
    public String choose(String page, String fragment) {
        return switch (this) {
            case PAGE -> page;
            case FRAGMENT -> fragment;
        };
    }

    static Rendering of(HttpServletRequest request) {
        boolean scripted = request.getHeader("HX-Request") != null;
        boolean wholePage =
                request.getHeader("HX-Boosted") != null
                        || request.getHeader("HX-History-Restore-Request") != null;
        return scripted && !wholePage ? FRAGMENT : PAGE;
    }
}
