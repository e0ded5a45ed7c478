package io.muster.server.notifications.webhooks.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list of webhooks shows.
///
/// @param form of a new one
/// @param problems what was refused, one sentence each
/// @param mayChange whether the viewer may set webhooks up
/// @param done what was just done, null for nothing
public record WebhooksPage(
        List<WebhookLine> lines,
        WebhookForm form,
        List<String> problems,
        boolean mayChange,
        @Nullable String done) {}
