package io.muster.server.imports.undo;

import io.muster.server.imports.undo.store.BeforeImageStore;
import io.muster.server.jobs.RecurringJob;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Forgets the values that imports replaced, once these can no longer be undone.
@Component
class ForgottenImages implements RecurringJob {
    private final TenantTransactions transactions;
    private final BeforeImageStore store;
    private final Duration undoable;

    ForgottenImages(
            TenantTransactions transactions, BeforeImageStore store, MusterProperties properties) {
        this.transactions = transactions;
        this.store = store;
        this.undoable = properties.imports().undoable();
    }

    @Override
    public String name() {
        return "forgotten-images";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        transactions.forEach(this::forget);
    }

    /// A transaction for each batch, so that nobody waits for long.
    private void forget(TenantId tenant) {
        for (UUID delivery : transactions.call(tenant, () -> store.due(tenant, undoable))) {
            transactions.run(tenant, () -> store.forget(tenant, delivery));
        }
    }
}
