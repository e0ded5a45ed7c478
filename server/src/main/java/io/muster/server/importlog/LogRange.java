package io.muster.server.importlog;

import java.time.Instant;

/// When rows were received: from a moment on, up to another and without it.
///
/// @param from [Instant#MIN] for the beginning of the log
/// @param to [Instant#MAX] for whatever comes
public record LogRange(Instant from, Instant to) {
    // What is further away is before or after everything; the database need not be able to say it.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    public LogRange {
        from = bounded(from);
        to = bounded(to);
    }

    public static LogRange since(Instant from) {
        return new LogRange(from, Instant.MAX);
    }

    public boolean isOpen() {
        return to.equals(Instant.MAX);
    }

    private static Instant bounded(Instant at) {
        if (at.isBefore(FIRST)) {
            return Instant.MIN;
        }
        return at.isAfter(LAST) ? Instant.MAX : at;
    }
}
