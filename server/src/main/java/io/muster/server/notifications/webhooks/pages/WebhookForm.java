package io.muster.server.notifications.webhooks.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.notifications.webhooks.EventType;
import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.pages.FormField.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/// The form of a webhook as it is shown and sent.
public record WebhookForm(String name, String url, Set<EventType> events) {

    static WebhookForm empty() {
        return new WebhookForm("", "", EnumSet.copyOf(EventType.ofImports()));
    }

    static WebhookForm of(Webhook webhook) {
        return new WebhookForm(webhook.name(), webhook.url().toString(), webhook.events());
    }

    static WebhookForm of(MultiValueMap<String, String> sent) {
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        EventType.ofImports().stream()
                .filter(event -> sent.containsKey(field(event)))
                .forEach(events::add);
        return new WebhookForm(
                Objects.requireNonNullElse(sent.getFirst("name"), ""),
                Objects.requireNonNullElse(sent.getFirst("url"), ""),
                events);
    }

    Webhook.Content content() {
        return new Webhook.Content(name, url, events);
    }

    public List<FormField> fields() {
        return List.of(
                FormField.text("name", t("webhooks.name")).required().withValue(name),
                FormField.text("url", t("webhooks.url"))
                        .required()
                        .withValue(url)
                        .withHint(t("webhooks.url.hint")));
    }

    public List<FormField> eventFields() {
        return EventType.ofImports().stream()
                .map(event ->
                        FormField.of(
                                        Kind.CHECKBOX,
                                        field(event),
                                        t("webhooks.event." + event.text()))
                                .withValue(Boolean.toString(events.contains(event))))
                .toList();
    }

    private static String field(EventType event) {
        return event.name().toLowerCase(Locale.ROOT);
    }
}
