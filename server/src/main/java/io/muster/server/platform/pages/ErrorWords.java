package io.muster.server.platform.pages;

/// Which words an error page uses for a status.
public enum ErrorWords {
    REQUEST("400"),
    FORBIDDEN("403"),
    NOT_FOUND("404"),
    TOO_LARGE("413"),
    TOO_MANY("429"),
    OURS("500"),
    UNAVAILABLE("503");

    private final String key;

    ErrorWords(String key) {
        this.key = key;
    }

    public String title() {
        return Texts.t("error." + key + ".title");
    }

    public String text() {
        return Texts.t("error." + key + ".text");
    }

    public static ErrorWords of(int status) {
        return switch (status) {
            case 401, 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 413 -> TOO_LARGE;
            case 429 -> TOO_MANY;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? REQUEST : OURS;
        };
    }
}
