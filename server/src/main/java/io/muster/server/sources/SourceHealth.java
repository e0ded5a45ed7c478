package io.muster.server.sources;

import io.muster.server.sources.store.SourceHealthStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells how sources are doing.
@Component
public class SourceHealth {
    private final TenantTransactions transactions;
    private final SourceHealthStore store;

    SourceHealth(TenantTransactions transactions, SourceHealthStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// What has come from a source of late.
    ///
    /// @param lastSeen when something came last; null for never
    /// @param lastHour rows of the hour before now, to the minute
    /// @param success rows of the last 24 hours, to the hour; so are the others
    public record Health(
            @Nullable Instant lastSeen, long lastHour, long success, long warning, long failure) {
        public static final Health NOTHING = new Health(null, 0, 0, 0, 0);

        public long lastDay() {
            return success + warning + failure;
        }
    }

    /// By key; those from which nothing ever came are there too.
    public Map<String, Health> of(TenantId tenant, Collection<String> keys) {
        return transactions.call(tenant, () -> store.of(tenant, keys));
    }
}
