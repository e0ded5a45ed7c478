package io.muster.server.sources.pull;

import org.jspecify.annotations.Nullable;

/// A place cannot be reached or read; the message says why, and what to do.
final class PullFailedException extends Exception {
    private static final long serialVersionUID = 1;

    PullFailedException(String message) {
        this(message, null);
    }

    PullFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
