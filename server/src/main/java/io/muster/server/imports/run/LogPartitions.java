package io.muster.server.imports.run;

import io.muster.server.imports.store.LogPartitionStore;
import io.muster.server.jobs.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Lays out the months of the row log before they begin.
@Component
class LogPartitions implements RecurringJob {
    private final LogPartitionStore store;

    LogPartitions(LogPartitionStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "log-partitions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        store.ensureMonthsAhead();
    }
}
