package io.muster.server.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/// Tries a failed job again after pauses that grow up to a bound. Without one, a long job that has
/// survived many faults would wait for hours after the next.
///
/// @param longest pause between two attempts
record Retry(Duration longest) implements FailureHandler<String> {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final double GROWTH = 1.5;

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<String> operations) {
        Duration pause = after(failed.getExecution().consecutiveFailures);
        operations.reschedule(failed, failed.getTimeDone().plus(pause));
    }

    /// @param failures before this one
    Duration after(int failures) {
        double millis = FIRST.toMillis() * Math.pow(GROWTH, failures);
        return Duration.ofMillis(Math.round(Math.min(millis, longest.toMillis())));
    }
}
