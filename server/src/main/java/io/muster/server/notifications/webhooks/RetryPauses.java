package io.muster.server.notifications.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The pauses between tries. They grow, and no two receivers' tries keep step.
///
/// @param first about how long the first is
record RetryPauses(Duration first) {
    private static final double GROWTH = 6;
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final double JITTER = 0.2;

    /// @param tries that failed so far, from 1
    Duration after(int tries, RandomGenerator random) {
        double grown = first.toMillis() * Math.pow(GROWTH, tries - 1);
        double spread = 1 + random.nextDouble(-JITTER, JITTER);
        return Duration.ofMillis(Math.round(Math.min(grown, LONGEST.toMillis()) * spread));
    }
}
