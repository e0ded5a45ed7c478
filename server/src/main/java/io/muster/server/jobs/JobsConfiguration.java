package io.muster.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.WorkerThread;
import io.muster.server.tenants.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// Sets up the scheduler: it gives a job to one node, listens for its heartbeat, and hands it on
/// when that stops.
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    @Bean(destroyMethod = "")
    Scheduler scheduler(
            DataSource dataSource,
            MusterProperties properties,
            List<JobKind> kinds,
            List<RecurringJob> recurring) {
        int workers = OutwardPlaces.workers(properties);
        List<Task<?>> tasks = kinds.stream().<Task<?>>map(JobsConfiguration::task).toList();
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
                .startTasks(recurring.stream().map(JobsConfiguration::task).toList())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .executorService(
                        Executors.newFixedThreadPool(workers, WorkerThread.factory("muster-job")))
                .threads(workers)
                // Heartbeats must not wait for connections that pages hold.
                .dueExecutor(Executors.newSingleThreadExecutor(WorkerThread.factory("muster-due")))
                .housekeeperExecutor(
                        Executors.newScheduledThreadPool(
                                3, WorkerThread.factory("muster-housekeeper")))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .heartbeatInterval(properties.imports().heartbeat())
                .missedHeartbeatsLimit(MusterProperties.Imports.MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    @Bean
    JobsLifecycle jobsLifecycle(Scheduler scheduler) {
        return new JobsLifecycle(scheduler);
    }

    private static CustomTask<String> task(JobKind kind) {
        return Tasks.custom(kind.name(), String.class)
                .onFailure(new Retry(kind.longestPause()))
                .onDeadExecutionRevive()
                .execute((job, context) -> run(kind, job, context));
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.run());
    }

    private static CompletionHandler<String> run(
            JobKind kind, TaskInstance<String> job, ExecutionContext context) {
        JobKind.Progress progress =
                kind.run(
                        TenantId.parse(job.getData()),
                        JobId.parse(job.getId()).subject(),
                        () -> context.getSchedulerState().isShuttingDown());
        return switch (progress) {
            case DONE -> new CompletionHandler.OnCompleteRemove<>();
            case PAUSED ->
                    (complete, operations) ->
                            operations.reschedule(complete, complete.getTimeDone());
        };
    }
}
