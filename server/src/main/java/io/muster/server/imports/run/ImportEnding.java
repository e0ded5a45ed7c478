package io.muster.server.imports.run;

import io.muster.engine.outcome.Code;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportEnded;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.store.AttemptStore;
import io.muster.server.imports.store.RunStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Ends an import: its final state, what others do about it, and the next one's turn commit
/// together.
@Component
public class ImportEnding {
    private final TenantTransactions transactions;
    private final RunStore runs;
    private final AttemptStore attempts;
    private final ImportQueue queue;
    private final ApplicationEventPublisher events;

    ImportEnding(
            TenantTransactions transactions,
            RunStore runs,
            AttemptStore attempts,
            ImportQueue queue,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.runs = runs;
        this.attempts = attempts;
        this.queue = queue;
        this.events = events;
    }

    /// @return false when the import is not this run's to end
    public boolean complete(TenantId tenant, Import run) {
        return run.attempt().isRetry()
                ? endRetry(tenant, run, ImportStatus.COMPLETED, null, null)
                : end(tenant, run, () -> runs.complete(tenant, run.id(), run.epoch()));
    }

    /// @return false when the import is not this run's to end
    public boolean fail(TenantId tenant, Import run, Code code, String reason) {
        return run.attempt().isRetry()
                ? endRetry(tenant, run, ImportStatus.FAILED, code, reason)
                : end(tenant, run, () -> runs.fail(tenant, run.id(), run.epoch(), code, reason));
    }

    /// @return false when the import is not this run's to end
    public boolean cancel(TenantId tenant, Import run) {
        return run.attempt().isRetry()
                ? endRetry(tenant, run, ImportStatus.CANCELLED, null, null)
                : end(tenant, run, () -> runs.cancel(tenant, run.id(), run.epoch()));
    }

    /// A later attempt that comes to nothing leaves the import as it had ended before.
    private boolean endRetry(
            TenantId tenant,
            Import run,
            ImportStatus status,
            @Nullable Code code,
            @Nullable String reason) {
        return end(
                tenant,
                run,
                () -> attempts.end(tenant, run.id(), run.epoch(), status, code, reason));
    }

    private boolean end(TenantId tenant, Import run, BooleanSupplier end) {
        return transactions.call(
                tenant,
                () -> {
                    // The line first and the imports in it second, as everywhere.
                    runs.lockQueue(tenant);
                    boolean ended = end.getAsBoolean();
                    if (ended) {
                        events.publishEvent(new ImportEnded(tenant, run.id()));
                        queue.advance(tenant);
                    }
                    return ended;
                });
    }
}
