package io.muster.server.exports;

import java.util.Locale;

/// Where an export stands.
public enum ExportStatus {
    QUEUED,
    PROCESSING,
    COMPLETED,
    FAILED,
    /// Its file is no longer kept.
    EXPIRED;

    /// As the API and the database write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ExportStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// Whether something still happens to it by itself, soon.
    public boolean isActive() {
        return switch (this) {
            case QUEUED, PROCESSING -> true;
            case COMPLETED, FAILED, EXPIRED -> false;
        };
    }
}
