package io.muster.server.notifications.webhooks;

import io.muster.server.imports.Import;
import io.muster.server.imports.ImportEnded;
import io.muster.server.imports.ImportReverted;
import io.muster.server.imports.Imports;
import io.muster.server.jobs.Jobs;
import io.muster.server.notifications.webhooks.store.WebhookDeliveryStore;
import io.muster.server.notifications.webhooks.store.WebhookStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.Links;
import io.muster.server.tenants.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes down what there is to tell, and to whom, in the transaction in which it happens: there is
/// a message if, and only if, it has happened.
@Component
class WebhookEvents {
    private final Imports imports;
    private final WebhookStore webhooks;
    private final WebhookDeliveryStore deliveries;
    private final Jobs jobs;
    private final Links links;
    private final Clock clock;

    WebhookEvents(
            Imports imports,
            WebhookStore webhooks,
            WebhookDeliveryStore deliveries,
            Jobs jobs,
            Links links,
            Clock clock) {
        this.imports = imports;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.links = links;
        this.clock = clock;
    }

    @EventListener
    void on(ImportEnded ended) {
        tell(ended.tenant(), ended.importId());
    }

    @EventListener
    void on(ImportReverted reverted) {
        tell(reverted.tenant(), reverted.importId());
    }

    private void tell(TenantId tenant, UUID importId) {
        Import of = imports.get(tenant, importId);
        EventType.of(of.status()).ifPresent(type -> tell(tenant, of, type));
    }

    private void tell(TenantId tenant, Import of, EventType type) {
        List<UUID> wanting = webhooks.wanting(tenant, type);
        if (wanting.isEmpty()) {
            return;
        }
        UUID event = Ids.next();
        String body = EventBody.of(type, clock.instant(), of, links.to("/imports/" + of.id()));
        if (deliveries.insertEvent(tenant, event, type, of, body)) {
            wanting.forEach(webhook -> submit(tenant, webhook, event));
        }
    }

    /// Sends a message to one webhook soon. Needs the tenant's transaction.
    ///
    /// @return the id of the delivery
    UUID submit(TenantId tenant, UUID webhook, UUID event) {
        UUID delivery = Ids.next();
        deliveries.insert(tenant, delivery, webhook, event);
        jobs.submit(WebhookDeliveryJob.NAME, tenant, delivery);
        return delivery;
    }

    /// Sends a message that only wants to arrive. Needs the tenant's transaction.
    ///
    /// @return the id of the delivery
    UUID submitTest(TenantId tenant, UUID webhook) {
        UUID event = Ids.next();
        deliveries.insertTest(tenant, event, EventBody.ofTest(clock.instant(), webhook));
        return submit(tenant, webhook, event);
    }
}
