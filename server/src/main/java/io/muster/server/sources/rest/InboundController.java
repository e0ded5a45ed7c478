package io.muster.server.sources.rest;

import io.muster.server.platform.Json;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.sources.InboundWebhooks;
import io.muster.server.sources.PushResult;
import io.muster.server.sources.Pushes;
import io.muster.server.sources.Source;
import io.muster.server.tenants.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Takes the signed webhooks of sources.
@RestController
class InboundController {
    private static final String DATA = "data";

    private final InboundWebhooks webhooks;
    private final Pushes pushes;

    InboundController(InboundWebhooks webhooks, Pushes pushes) {
        this.webhooks = webhooks;
        this.pushes = pushes;
    }

    /// What a webhook has brought; nothing when it came before.
    record Received(List<PushResult> results) {}

    /// Writes one contact or an array of them, as a push does. The body may be the event that
    /// Standard Webhooks describes, with the contacts as its `data`. It is answered when it is on
    /// the disk; sent again under the same `webhook-id`, it is answered and not written again.
    @PostMapping("/api/v1/inbound/{tenant}/{source}")
    Received receive(
            @PathVariable UUID tenant,
            @PathVariable UUID source,
            HttpServletRequest request,
            @RequestBody(required = false) byte @Nullable [] body) {
        Map<String, String> headers = new HashMap<>();
        for (String name : InboundWebhooks.HEADERS) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        var of = new TenantId(tenant);
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        Source from = webhooks.verified(of, source, headers, text);
        List<JsonNode> objects = objects(text);
        return new Received(
                PushController.durable(() ->
                        pushes.pushOnce(
                                of, from, objects, headers.getOrDefault("webhook-id", ""))));
    }

    private static List<JsonNode> objects(String text) {
        try {
            JsonNode body = Json.tree(text);
            JsonNode data = body.path(DATA);
            boolean isEvent = body.path("type").isString() && (data.isObject() || data.isArray());
            return PushBody.of(isEvent ? data : body).objects();
        } catch (JacksonException e) {
            throw new ApiProblem(
                    ProblemKind.MALFORMED,
                    "The body must be one complete, well-formed JSON value.");
        }
    }
}
