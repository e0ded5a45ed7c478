package io.muster.server.contacts;

/// How many contacts there are, as far as can be said at once.
///
/// @param counted all of them, or so many at least
public record Tally(long counted, Reach reach) {
    /// Nobody reads a higher count in a list; whoever wants it asks for all.
    public static final int LIMIT = 10_000;

    /// How far the count went.
    public enum Reach {
        ALL,
        PART
    }

    public static Tally exactly(long counted) {
        return new Tally(counted, Reach.ALL);
    }

    public static Tally atLeast(long counted) {
        return new Tally(counted, Reach.PART);
    }

    public boolean isExact() {
        return reach == Reach.ALL;
    }
}
