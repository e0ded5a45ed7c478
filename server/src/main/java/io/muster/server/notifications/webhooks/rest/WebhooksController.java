package io.muster.server.notifications.webhooks.rest;

import io.muster.server.access.Caller;
import io.muster.server.notifications.webhooks.EventType;
import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.notifications.webhooks.Webhook.State;
import io.muster.server.notifications.webhooks.Webhooks;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs keep a tenant's webhooks, and see what became of their messages.
@RestController("webhooksApi")
@RequestMapping("/api/v1/webhooks")
class WebhooksController {
    private static final String LIST = "webhooks";
    private static final String DELIVERIES = "webhook-deliveries";

    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /// Oldest first.
    @GetMapping
    Page<WebhookView> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        UUID after = cursor == null ? null : cursor.id(LIST);
        return Page.of(
                        webhooks.list(caller.tenant(), after, paging.fetch()),
                        paging,
                        webhook -> Cursor.of(LIST, webhook.id()))
                .map(WebhookView::of);
    }

    @GetMapping("/{id}")
    WebhookView get(Caller caller, @PathVariable UUID id) {
        return WebhookView.of(webhooks.get(caller.tenant(), id));
    }

    /// Makes a webhook. Messages are signed as Standard Webhooks has it; the secret is in this
    /// answer and nowhere else.
    @PostMapping
    ResponseEntity<WebhookView> create(Caller caller, @RequestBody WebhookBody body) {
        String url = Objects.requireNonNullElse(body.url(), "");
        var content =
                new Webhook.Content(
                        body.name() == null ? host(url) : body.name(),
                        url,
                        body.events() == null
                                ? EnumSet.copyOf(EventType.ofImports())
                                : events(body.events()));
        var made = webhooks.create(caller.tenant(), content);
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.webhook().id()))
                .body(WebhookView.of(made));
    }

    /// What is left out stays. Pausing gives up what is on its way; `active` also takes the mark of
    /// a failing one away.
    @PatchMapping("/{id}")
    WebhookView change(Caller caller, @PathVariable UUID id, @RequestBody WebhookBody body) {
        @Nullable State wanted = state(body.state());
        return WebhookView.of(
                webhooks.change(
                        caller.tenant(),
                        id,
                        before ->
                                new Webhook.Content(
                                        Objects.requireNonNullElse(body.name(), before.name()),
                                        Objects.requireNonNullElse(
                                                body.url(), before.url().toString()),
                                        body.events() == null
                                                ? before.events()
                                                : events(body.events())),
                        wanted));
    }

    /// What was not sent yet is not sent any more.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        webhooks.delete(caller.tenant(), id);
    }

    /// Makes another secret. For 24 hours each message carries two signatures, one by each secret.
    @PostMapping("/{id}/rotate")
    WebhookView rotate(Caller caller, @PathVariable UUID id) {
        return WebhookView.of(webhooks.rotate(caller.tenant(), id));
    }

    /// Sends the event `webhook.test`, once.
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView test(Caller caller, @PathVariable UUID id) {
        return DeliveryView.of(webhooks.test(caller.tenant(), id));
    }

    /// Messages of the last 30 days, newest first.
    @GetMapping("/{id}/deliveries")
    Page<DeliveryView> deliveries(Caller caller, @PathVariable UUID id, Paging paging) {
        var cursor = paging.cursor();
        UUID before = cursor == null ? null : cursor.id(DELIVERIES);
        return Page.of(
                        webhooks.deliveries(caller.tenant(), id, before, paging.fetch()),
                        paging,
                        delivery -> Cursor.of(DELIVERIES, delivery.id()))
                .map(DeliveryView::of);
    }

    /// Sends a message again that was delivered or given up, under the same `webhook-id`.
    @PostMapping("/{id}/deliveries/{delivery}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView resend(Caller caller, @PathVariable UUID id, @PathVariable UUID delivery) {
        return DeliveryView.of(webhooks.resend(caller.tenant(), id, delivery));
    }

    private static @Nullable State state(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "active" -> State.ACTIVE;
            case "paused" -> State.PAUSED;
            default ->
                    throw refused("/state", "INVALID_STATE", "The states are active and paused.");
        };
    }

    private static Set<EventType> events(List<String> texts) {
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        for (int i = 0; i < texts.size(); i++) {
            int index = i;
            events.add(
                    EventType.find(texts.get(i))
                            .filter(EventType.ofImports()::contains)
                            .orElseThrow(() ->
                                    refused(
                                            "/events/" + index,
                                            "INVALID_EVENTS",
                                            "The events are %s."
                                                    .formatted(
                                                            String.join(
                                                                    ", ",
                                                                    EventType.ofImports().stream()
                                                                            .map(EventType::text)
                                                                            .toList())))));
        }
        return events;
    }

    private static String host(String url) {
        @Nullable String host;
        try {
            host = URI.create(url.strip()).getHost();
        } catch (IllegalArgumentException e) {
            host = null;
        }
        // An address without a host is refused in the end; its name should not be refused too.
        return host == null ? "webhook" : host;
    }

    private static ApiProblem refused(String pointer, String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError(pointer, code, message)));
    }
}
