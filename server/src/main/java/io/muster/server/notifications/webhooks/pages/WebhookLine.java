package io.muster.server.notifications.webhooks.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;

/// A webhook as the pages name it.
public record WebhookLine(Webhook webhook) {

    public String path() {
        return "/webhooks/" + webhook.id();
    }

    public boolean isPaused() {
        return webhook.state() == Webhook.State.PAUSED;
    }

    public Badge badge() {
        String word = t("webhooks.state." + webhook.state().text());
        return switch (webhook.state()) {
            case ACTIVE -> new Badge(Tone.OK, word);
            case FAILING -> new Badge(Tone.BAD, word);
            case PAUSED -> new Badge(Tone.PLAIN, "player-pause", word);
        };
    }

    /// What it is told of, in words.
    public String events() {
        return String.join(
                ", ",
                webhook.events().stream()
                        .map(event -> t("webhooks.event." + event.text()))
                        .toList());
    }
}
