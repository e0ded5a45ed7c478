package io.muster.server.jobs;

import java.time.Duration;

/// Work that is due again and again, on one node at a time. Each feature declares its own as a
/// bean.
public interface RecurringJob {

    /// Stable, because it is stored.
    String name();

    /// The time between two runs; the first is due when the server has started.
    Duration every();

    void run();
}
