package io.muster.server.notifications.webhooks;

import io.muster.server.tenants.TenantId;
import java.util.UUID;

/// Published in the transaction in which a webhook that was well begins to fail.
public record WebhookGivenUp(TenantId tenant, UUID webhookId) {}
