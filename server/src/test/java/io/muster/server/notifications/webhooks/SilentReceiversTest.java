package io.muster.server.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.imports.ImportTest;
import io.muster.server.notifications.webhooks.store.WebhookStore;
import io.muster.server.tenants.TenantTransactions;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SilentReceiversTest extends ImportTest {
    @Autowired Webhooks webhooks;
    @Autowired WebhookStore store;
    @Autowired TenantTransactions transactions;

    @Test
    void whoIsSilentSeveralTimesInARowFailsOnce() {
        var content =
                new Webhook.Content(
                        "Silent", "https://example.com", Set.of(EventType.IMPORT_COMPLETED));
        UUID id = webhooks.create(api.tenant().id(), content).webhook().id();

        assertThat(isOneTooMany(id)).isFalse();
        assertThat(isOneTooMany(id)).isFalse();
        transactions.run(api.tenant().id(), () -> store.answered(api.tenant().id(), id));
        assertThat(isOneTooMany(id)).as("it has answered between").isFalse();
        assertThat(isOneTooMany(id)).isFalse();
        assertThat(webhooks.get(api.tenant().id(), id).state()).isEqualTo(Webhook.State.ACTIVE);
        assertThat(isOneTooMany(id)).isTrue();
        assertThat(webhooks.get(api.tenant().id(), id).state()).isEqualTo(Webhook.State.FAILING);
        assertThat(isOneTooMany(id)).as("it is known").isFalse();
    }

    private boolean isOneTooMany(UUID id) {
        return transactions.call(
                api.tenant().id(), () -> store.unanswered(api.tenant().id(), id, 3));
    }
}
