package io.muster.server.notifications.webhooks.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A webhook as it is sent.
///
/// @param name for people; by default the host of the address
/// @param url where messages go; `https`, or `http` within networks that the operator has named
/// @param events `import.completed`, `import.failed`, `import.cancelled`, `import.reverted`; by
///   default all
/// @param state `active` or `paused`; only when it is changed
record WebhookBody(
        @Nullable String name,
        @Nullable String url,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> events,
        @Nullable String state) {}
