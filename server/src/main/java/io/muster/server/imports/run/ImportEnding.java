package io.muster.server.imports.run;

import io.muster.engine.outcome.Code;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportEnded;
import io.muster.server.imports.store.RunStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Ends an import: its final state, what others do about it, and the next one's turn commit
/// together.
@Component
public class ImportEnding {
    private final TenantTransactions transactions;
    private final RunStore runs;
    private final ImportQueue queue;
    private final ApplicationEventPublisher events;

    ImportEnding(
            TenantTransactions transactions,
            RunStore runs,
            ImportQueue queue,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.runs = runs;
        this.queue = queue;
        this.events = events;
    }

    /// @return false when the import is not this run's to end
    public boolean complete(TenantId tenant, Import run) {
        return end(tenant, run, () -> runs.complete(tenant, run.id(), run.epoch()));
    }

    /// @return false when the import is not this run's to end
    public boolean fail(TenantId tenant, Import run, Code code, String reason) {
        return end(tenant, run, () -> runs.fail(tenant, run.id(), run.epoch(), code, reason));
    }

    /// @return false when the import is not this run's to end
    public boolean cancel(TenantId tenant, Import run) {
        return end(tenant, run, () -> runs.cancel(tenant, run.id(), run.epoch()));
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
