package io.muster.server.contacts;

/// How many contacts there are, counted up to a limit so that a search answers at once.
///
/// @param counted exact up to [#LIMIT]; above it only says "more than the limit"
public record Tally(int counted) {
    public static final int LIMIT = 10_000;

    public boolean isExact() {
        return counted <= LIMIT;
    }

    /// The number to show, with a plus behind it unless it is exact.
    public int shown() {
        return Math.min(counted, LIMIT);
    }
}
