package io.muster.server.notifications.webhooks.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.notifications.webhooks.Delivery;
import io.muster.server.notifications.webhooks.Delivery.State;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;

/// A message of a webhook as its page lists it.
public record DeliveryLine(Delivery delivery) {

    public String event() {
        return t("webhooks.event." + delivery.type());
    }

    public Badge badge() {
        String word = t("webhooks.delivery." + delivery.state().text());
        return switch (delivery.state()) {
            case WAITING ->
                    delivery.attempts() == 0
                            ? new Badge(Tone.NOTE, "clock", word)
                            : new Badge(Tone.BUSY, t("webhooks.delivery.retrying"));
            case DELIVERED -> new Badge(Tone.OK, word);
            case FAILED -> new Badge(Tone.BAD, word);
        };
    }

    public boolean isWaiting() {
        return delivery.state() == State.WAITING;
    }

    /// What was answered, or why nothing was; empty before the first try.
    public String answer() {
        if (delivery.failure() != null) {
            return delivery.failure();
        }
        return delivery.responseCode() == null
                ? ""
                : t("webhooks.answered", String.valueOf(delivery.responseCode()));
    }

    public String response() {
        return delivery.response() == null ? "" : delivery.response();
    }
}
