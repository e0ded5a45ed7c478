package io.muster.cli;

import java.io.PrintWriter;

/// A line that says how far it is, drawn again and again at one place; nothing where nobody looks.
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;

    private final PrintWriter to;
    private final boolean watched;
    private boolean drawn;

    private Progress(PrintWriter to, boolean watched) {
        this.to = to;
        this.watched = watched;
    }

    static Progress on(PrintWriter to) {
        return new Progress(to, System.console() != null && System.console().isTerminal());
    }

    /// @param total 0 while it is not known
    void show(long processed, long total) {
        if (watched) {
            to.print("\r" + line(processed, total) + "\u001b[K");
            to.flush();
            drawn = true;
        }
    }

    static String line(long processed, long total) {
        if (total <= 0) {
            return "%,d rows".formatted(processed);
        }
        int full = (int) (WIDTH * Math.min(processed, total) / total);
        return "[%s%s] %,d of %,d rows"
                .formatted("#".repeat(full), ".".repeat(WIDTH - full), processed, total);
    }

    @Override
    public void close() {
        if (drawn) {
            to.print("\r\u001b[K");
            to.flush();
        }
    }
}
