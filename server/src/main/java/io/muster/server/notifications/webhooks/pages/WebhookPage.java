package io.muster.server.notifications.webhooks.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.notifications.webhooks.Delivery;
import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.platform.pages.Pager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page of one webhook shows.
///
/// @param address of this very part of its messages, to ask for it again
/// @param problems what was refused, one sentence each
/// @param secret that was just made, null for none
/// @param mayChange whether the viewer may set it up
/// @param done what was just done, null for nothing
public record WebhookPage(
        WebhookLine line,
        WebhookForm form,
        List<DeliveryLine> deliveries,
        Pager pager,
        String address,
        List<String> problems,
        @Nullable String secret,
        boolean mayChange,
        @Nullable String done) {
    static final int LIMIT = 25;

    /// @param found one more than fits, if there are more
    static WebhookPage of(
            Webhook webhook,
            List<Delivery> found,
            @Nullable UUID before,
            boolean mayChange,
            @Nullable String done) {
        boolean more = found.size() > LIMIT;
        List<Delivery> shown = more ? found.subList(0, LIMIT) : found;
        var line = new WebhookLine(webhook);
        return new WebhookPage(
                line,
                WebhookForm.of(webhook),
                shown.stream().map(DeliveryLine::new).toList(),
                new Pager(
                        before == null ? null : line.path(),
                        more ? address(line, shown.getLast().id()) : null),
                before == null ? line.path() : address(line, before),
                List.of(),
                null,
                mayChange,
                done);
    }

    WebhookPage refused(WebhookForm sent, List<String> sentences) {
        return new WebhookPage(
                line, sent, deliveries, pager, address, sentences, secret, mayChange, done);
    }

    WebhookPage withSecret(String made) {
        return new WebhookPage(
                line, form, deliveries, pager, address, problems, made, mayChange, done);
    }

    /// Whether a message is to be sent at once, so that its outcome is worth waiting for.
    public boolean isLive() {
        return deliveries.stream()
                .anyMatch(one -> one.isWaiting() && one.delivery().attempts() == 0);
    }

    /// What a screen reader is told.
    public String announcement() {
        return deliveries.isEmpty()
                ? ""
                : t(
                        "webhooks.announce",
                        deliveries.getFirst().event(),
                        deliveries.getFirst().badge().word());
    }

    private static String address(WebhookLine line, UUID before) {
        return line.path() + "?before=" + before;
    }
}
