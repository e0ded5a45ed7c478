package io.muster.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.muster.server.tenants.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hands work to the workers.
@Component
public class Jobs {
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    // The scheduler knows the kinds of jobs, and some of those submit jobs of their own: hence the
    // late look.
    Jobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Submits a job as part of the current transaction: it runs if, and only if, that commits. An
    /// earlier one for the same subject may still be running; neither waits for the other.
    ///
    /// @param kind the [JobKind#name()] of a bean
    public void submit(String kind, TenantId tenant, UUID subject) {
        submitIn(kind, tenant, subject, Duration.ZERO);
    }

    /// Submits a job that is due after a pause.
    public void submitIn(String kind, TenantId tenant, UUID subject, Duration pause) {
        Scheduler jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(
                new TaskInstance<>(kind, JobId.next(subject).text(), tenant.toString()),
                clock.instant().plus(pause));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            jobs.triggerCheckForDueExecutions();
                        }
                    });
        }
    }
}
