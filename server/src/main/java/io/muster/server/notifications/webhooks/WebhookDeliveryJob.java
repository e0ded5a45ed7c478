package io.muster.server.notifications.webhooks;

import io.muster.server.jobs.JobKind;
import io.muster.server.jobs.Jobs;
import io.muster.server.jobs.OutwardPlaces;
import io.muster.server.notifications.webhooks.SendOutcome.Accepted;
import io.muster.server.notifications.webhooks.SendOutcome.Declined;
import io.muster.server.notifications.webhooks.SendOutcome.Unanswered;
import io.muster.server.notifications.webhooks.store.WebhookDeliveryStore;
import io.muster.server.notifications.webhooks.store.WebhookDeliveryStore.Parcel;
import io.muster.server.notifications.webhooks.store.WebhookStore;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.secrets.InstallationKey;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Sends one message to one webhook, and asks for the next try when it has not arrived. Should a
/// server die while it sends, the message goes out again under the same id.
@Component
class WebhookDeliveryJob implements JobKind {
    static final String NAME = "webhook-delivery";

    private static final int MOST_UNANSWERED = 10;

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final TenantTransactions transactions;
    private final WebhookDeliveryStore deliveries;
    private final WebhookStore webhooks;
    private final WebhookSender sender;
    private final OutwardPlaces places;
    private final Jobs jobs;
    private final InstallationKey key;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final MusterProperties.Webhooks settings;

    WebhookDeliveryJob(
            TenantTransactions transactions,
            WebhookDeliveryStore deliveries,
            WebhookStore webhooks,
            WebhookSender sender,
            OutwardPlaces places,
            Jobs jobs,
            InstallationKey key,
            Clock clock,
            ApplicationEventPublisher events,
            MusterProperties properties) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.sender = sender;
        this.places = places;
        this.jobs = jobs;
        this.key = key;
        this.clock = clock;
        this.events = events;
        this.settings = properties.webhooks();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Progress run(TenantId tenant, UUID subject, Pause pause) {
        Optional<UUID> webhook =
                transactions.call(tenant, () -> deliveries.webhookOfWaiting(tenant, subject));
        if (webhook.isEmpty()) {
            return Progress.DONE;
        }
        if (places.take(NAME, webhook.get()) != OutwardPlaces.Answer.TAKEN) {
            transactions.run(tenant, () -> jobs.submitIn(NAME, tenant, subject, soon()));
            return Progress.DONE;
        }
        try {
            send(tenant, subject);
        } finally {
            places.giveBack(NAME, webhook.get());
        }
        return Progress.DONE;
    }

    /// Those who wait for one receiver do not all come back at once.
    private static Duration soon() {
        return Duration.ofMillis(RANDOM.nextLong(500, 2_500));
    }

    private void send(TenantId tenant, UUID delivery) {
        Optional<Parcel> claimed =
                transactions.call(
                        tenant,
                        () -> {
                            Duration lease = settings.timeout().multipliedBy(4);
                            Optional<Parcel> mine = deliveries.claim(tenant, delivery, lease);
                            if (mine.isEmpty()) {
                                // Another job sends it, or it is not due: whoever comes later
                                // looks.
                                deliveries
                                        .due(tenant, delivery)
                                        .ifPresent(wait ->
                                                jobs.submitIn(NAME, tenant, delivery, wait));
                            }
                            return mine;
                        });
        if (claimed.isEmpty()) {
            return;
        }
        Parcel parcel = claimed.get();
        SendOutcome outcome =
                parcel.state() == Webhook.State.PAUSED
                        ? new Unanswered("The webhook is paused.")
                        : sender.send(message(tenant, parcel));
        transactions.run(tenant, () -> settle(tenant, parcel, outcome));
    }

    private Message message(TenantId tenant, Parcel parcel) {
        var own = key.of(tenant.value());
        return Message.signed(
                parcel.url(),
                parcel.eventId(),
                clock.instant(),
                parcel.body(),
                parcel.secrets().stream().map(own::open).toList());
    }

    private void settle(TenantId tenant, Parcel parcel, SendOutcome outcome) {
        int tries = parcel.attempts() + 1;
        boolean last =
                switch (outcome) {
                    case Accepted _ -> true;
                    case Declined declined -> declined.isFinal() || isLast(parcel, tries);
                    case Unanswered _ -> isLast(parcel, tries);
                };
        Duration pause = last ? null : new RetryPauses(settings.firstPause()).after(tries, RANDOM);
        if (!deliveries.settle(tenant, parcel, outcome, pause)) {
            return;
        }
        count(tenant, parcel, outcome);
        if (pause != null) {
            jobs.submitIn(NAME, tenant, parcel.id(), pause);
        } else if (outcome instanceof Accepted) {
            webhooks.recovered(tenant, parcel.webhookId());
        } else if (!parcel.type().equals(EventType.TEST.text())
                && webhooks.failing(tenant, parcel.webhookId())) {
            events.publishEvent(new WebhookGivenUp(tenant, parcel.webhookId()));
        }
    }

    /// Who never answers keeps a worker waiting each time: soon its messages are tried once only.
    private void count(TenantId tenant, Parcel parcel, SendOutcome outcome) {
        if (parcel.state() == Webhook.State.PAUSED || parcel.type().equals(EventType.TEST.text())) {
            return;
        }
        if (!(outcome instanceof Unanswered)) {
            webhooks.answered(tenant, parcel.webhookId());
        } else if (webhooks.unanswered(tenant, parcel.webhookId(), MOST_UNANSWERED)) {
            events.publishEvent(new WebhookGivenUp(tenant, parcel.webhookId()));
        }
    }

    /// Somebody waits for the answer to a test. One that is failing or paused is not asked again.
    private boolean isLast(Parcel parcel, int tries) {
        return parcel.state() != Webhook.State.ACTIVE
                || parcel.type().equals(EventType.TEST.text())
                || tries >= settings.attempts();
    }
}
