package io.muster.server.importlog;

import io.muster.server.importlog.store.LogRetentionStore;
import io.muster.server.jobs.RecurringJob;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets a tenant say for how long its log is kept, and removes what is older.
@Component
public class LogRetention implements RecurringJob {
    private static final int LEAST_DAYS = 31;
    private static final int MOST_DAYS = 36_500;

    private final TenantTransactions transactions;
    private final LogRetentionStore store;
    private final int least;

    LogRetention(
            TenantTransactions transactions, LogRetentionStore store, MusterProperties properties) {
        this.transactions = transactions;
        this.store = store;
        // An undo goes by the log.
        this.least = (int) Math.max(LEAST_DAYS, properties.imports().undoable().toDays() + 1);
    }

    /// @return null for ever
    public @Nullable Integer days(TenantId tenant) {
        return transactions.call(tenant, () -> store.days(tenant));
    }

    /// @param days null for ever
    /// @throws ApiProblem 422 when imports can be undone for longer
    public void keep(TenantId tenant, @Nullable Integer days) {
        if (days != null && (days < least || days > MOST_DAYS)) {
            String message =
                    "The log is kept for %d to %d days, or for ever with null."
                            .formatted(least, MOST_DAYS);
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/days", "INVALID_DAYS", message)));
        }
        transactions.run(tenant, () -> store.keep(tenant, days));
    }

    @Override
    public String name() {
        return "log-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        transactions.forEach(this::remove);
    }

    /// A transaction for some deliveries at a time, so that nobody waits for long.
    private void remove(TenantId tenant) {
        boolean more = days(tenant) != null;
        while (more) {
            more = transactions.call(tenant, () -> store.removeSome(tenant));
        }
    }
}
