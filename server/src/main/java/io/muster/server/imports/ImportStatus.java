package io.muster.server.imports;

import java.util.Locale;

/// Where an import stands.
public enum ImportStatus {
    UPLOADED,
    QUEUED,
    PROCESSING,
    POST_PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    REVERTING,
    REVERTED;

    /// As the API and the database write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ImportStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// Whether something still happens to the import by itself.
    public boolean isActive() {
        return switch (this) {
            case QUEUED, PROCESSING, POST_PROCESSING, REVERTING -> true;
            case UPLOADED, COMPLETED, FAILED, CANCELLED, REVERTED -> false;
        };
    }

    /// Whether the run is over; such a status never changes by itself.
    public boolean isFinished() {
        return switch (this) {
            case COMPLETED, FAILED, CANCELLED, REVERTED -> true;
            case UPLOADED, QUEUED, PROCESSING, POST_PROCESSING, REVERTING -> false;
        };
    }
}
