package io.muster.server.notifications.webhooks;

import io.muster.server.jobs.RecurringJob;
import io.muster.server.notifications.webhooks.store.WebhookDeliveryStore;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets messages that nobody will ask about again, and what became of them.
@Component
class ForgottenWebhookEvents implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(30);

    private final TenantTransactions transactions;
    private final WebhookDeliveryStore store;

    ForgottenWebhookEvents(TenantTransactions transactions, WebhookDeliveryStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public String name() {
        return "forgotten-webhook-events";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        transactions.forEach(tenant -> transactions.run(tenant, () -> store.forget(tenant, KEPT)));
    }
}
