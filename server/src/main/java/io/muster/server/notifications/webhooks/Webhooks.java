package io.muster.server.notifications.webhooks;

import io.muster.server.notifications.webhooks.store.WebhookDeliveryStore;
import io.muster.server.notifications.webhooks.store.WebhookStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.secrets.InstallationKey;
import io.muster.server.platform.secrets.SigningSecret;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The webhooks of tenants, and what became of their messages.
@Component
public class Webhooks {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST = 50;

    /// Long enough to change it at every receiver.
    private static final Duration BOTH_SECRETS = Duration.ofHours(24);

    private final TenantTransactions transactions;
    private final WebhookStore store;
    private final WebhookDeliveryStore deliveries;
    private final WebhookEvents events;
    private final InstallationKey key;

    Webhooks(
            TenantTransactions transactions,
            WebhookStore store,
            WebhookDeliveryStore deliveries,
            WebhookEvents events,
            InstallationKey key) {
        this.transactions = transactions;
        this.store = store;
        this.deliveries = deliveries;
        this.events = events;
        this.key = key;
    }

    /// A webhook with its secret, which is nowhere else to be read.
    public record WithSecret(Webhook webhook, String secret) {}

    /// Oldest first.
    ///
    /// @param after null from the oldest
    public List<Webhook> list(TenantId tenant, @Nullable UUID after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, after, limit));
    }

    /// @throws ApiProblem 404 if there is none
    public Webhook get(TenantId tenant, UUID id) {
        return transactions
                .call(tenant, () -> store.find(tenant, id))
                .orElseThrow(() -> ApiProblem.notFound("webhook"));
    }

    /// @throws ApiProblem 422 naming all that is wrong, or when there are too many
    public WithSecret create(TenantId tenant, Webhook.Content content) {
        Webhook.Content checked = checked(content);
        String secret = SigningSecret.next();
        byte[] sealed = key.of(tenant.value()).seal(secret);
        UUID id = Ids.next();
        return transactions.call(
                tenant,
                () -> {
                    if (store.count(tenant) >= MOST) {
                        throw ApiProblem.unprocessable(
                                "There can be %d webhooks at most. Remove some you do not need."
                                        .formatted(MOST),
                                List.of());
                    }
                    store.insert(tenant, id, checked, sealed);
                    return new WithSecret(get(tenant, id), secret);
                });
    }

    /// @throws ApiProblem 404 if there is none, 422 naming all that is wrong
    public Webhook change(TenantId tenant, UUID id, Webhook.Content content) {
        return change(tenant, id, before -> content, null);
    }

    /// Changes it by what it is, while nobody else does.
    ///
    /// @param state null to leave it as it is
    /// @throws ApiProblem 404 if there is none, 422 naming all that is wrong
    public Webhook change(
            TenantId tenant,
            UUID id,
            Function<Webhook, Webhook.Content> content,
            Webhook.@Nullable State state) {
        return transactions.call(
                tenant,
                () -> {
                    Webhook before =
                            store.lock(tenant, id)
                                    .orElseThrow(() -> ApiProblem.notFound("webhook"));
                    store.update(tenant, id, checked(content.apply(before)));
                    if (state != null) {
                        store.setState(tenant, id, state);
                    }
                    return get(tenant, id);
                });
    }

    /// Tells it of nothing until it is resumed; what is on its way is given up.
    ///
    /// @throws ApiProblem 404 if there is none
    public Webhook pause(TenantId tenant, UUID id) {
        return setState(tenant, id, Webhook.State.PAUSED);
    }

    /// @throws ApiProblem 404 if there is none
    public Webhook resume(TenantId tenant, UUID id) {
        return setState(tenant, id, Webhook.State.ACTIVE);
    }

    private Webhook setState(TenantId tenant, UUID id, Webhook.State state) {
        return transactions.call(
                tenant,
                () -> {
                    get(tenant, id);
                    store.setState(tenant, id, state);
                    return get(tenant, id);
                });
    }

    /// @throws ApiProblem 404 if there is none
    public void delete(TenantId tenant, UUID id) {
        if (!transactions.call(tenant, () -> store.delete(tenant, id))) {
            throw ApiProblem.notFound("webhook");
        }
    }

    /// Makes another secret. For a day messages are signed with both, so that receivers can change
    /// over when they like.
    ///
    /// @throws ApiProblem 404 if there is none
    public WithSecret rotate(TenantId tenant, UUID id) {
        String secret = SigningSecret.next();
        byte[] sealed = key.of(tenant.value()).seal(secret);
        return transactions.call(
                tenant,
                () -> {
                    get(tenant, id);
                    store.rotate(tenant, id, sealed, BOTH_SECRETS);
                    return new WithSecret(get(tenant, id), secret);
                });
    }

    /// Sends a message that only wants to arrive, once.
    ///
    /// @throws ApiProblem 404 if there is none
    public Delivery test(TenantId tenant, UUID id) {
        return transactions.call(
                tenant,
                () -> {
                    get(tenant, id);
                    return delivery(tenant, id, events.submitTest(tenant, id));
                });
    }

    /// Sends a message again, under its own id.
    ///
    /// @throws ApiProblem 404 if there is none, 409 while it is still on its way
    public Delivery resend(TenantId tenant, UUID id, UUID deliveryId) {
        return transactions.call(
                tenant,
                () -> {
                    Delivery former = delivery(tenant, id, deliveryId);
                    if (former.state() == Delivery.State.WAITING) {
                        throw ApiProblem.conflict(
                                "The message is still on its way; it is tried again by itself.");
                    }
                    return delivery(tenant, id, events.submit(tenant, id, former.eventId()));
                });
    }

    /// Newest first.
    ///
    /// @param before null from the newest
    /// @throws ApiProblem 404 if there is no such webhook
    public List<Delivery> deliveries(TenantId tenant, UUID id, @Nullable UUID before, int limit) {
        return transactions.call(
                tenant,
                () -> {
                    get(tenant, id);
                    return deliveries.list(tenant, id, before, limit);
                });
    }

    private Delivery delivery(TenantId tenant, UUID webhook, UUID id) {
        return deliveries
                .find(tenant, webhook, id)
                .orElseThrow(() -> ApiProblem.notFound("delivery"));
    }

    private static Webhook.Content checked(Webhook.Content content) {
        List<FieldError> errors = new ArrayList<>();
        String name = content.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add(
                    new FieldError(
                            "/name",
                            "INVALID_NAME",
                            "A webhook needs a name of 1 to %d characters."
                                    .formatted(LONGEST_NAME)));
        }
        String url = content.url().strip();
        if (!isAddress(url)) {
            errors.add(
                    new FieldError(
                            "/url",
                            "INVALID_URL",
                            "A webhook needs a whole address, such as https://example.com/hooks, without a user or a fragment."));
        }
        if (content.events().isEmpty()) {
            errors.add(
                    new FieldError(
                            "/events",
                            "INVALID_EVENTS",
                            "Choose at least one event that the webhook is told of."));
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable("The webhook cannot be set up like this.", errors);
        }
        return new Webhook.Content(name, url, content.events());
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            String scheme = address.getScheme();
            return url.length() <= LONGEST_URL
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && address.getHost() != null
                    && address.getPort() <= 65_535
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
