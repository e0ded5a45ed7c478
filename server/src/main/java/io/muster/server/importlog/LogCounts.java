package io.muster.server.importlog;

import org.jspecify.annotations.Nullable;

/// How many rows ended how.
public record LogCounts(long success, long warning, long failure) {
    public static final LogCounts NONE = new LogCounts(0, 0, 0);

    public long all() {
        return success + warning + failure;
    }

    /// @param result null for all
    public long of(@Nullable LogResult result) {
        return switch (result) {
            case null -> all();
            case SUCCESS -> success;
            case WARNING -> warning;
            case FAILURE -> failure;
        };
    }
}
