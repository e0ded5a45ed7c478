package io.muster.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/// Starts the workers when everything else stands, and lets them come to a halt before anything
/// else goes.
final class JobsLifecycle implements SmartLifecycle {
    private final Scheduler scheduler;
    private volatile boolean running;

    JobsLifecycle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        running = true;
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// A scheduler that was stopped does not start again.
    @Override
    public boolean isPauseable() {
        return false;
    }
}
