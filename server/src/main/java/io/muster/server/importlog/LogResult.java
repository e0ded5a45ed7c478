package io.muster.server.importlog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a row ended, as the tabs of the log name it.
public enum LogResult {
    SUCCESS,
    WARNING,
    FAILURE;

    /// As the API writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LogResult> of(String text) {
        return Stream.of(values()).filter(result -> result.text().equals(text)).findFirst();
    }
}
