package io.muster.server.sources.rest;

import io.muster.server.access.Caller;
import io.muster.server.imports.ImportSettings;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import io.muster.server.sources.InboundWebhooks;
import io.muster.server.sources.Source;
import io.muster.server.sources.SourceHealth;
import io.muster.server.sources.SourceHealth.Health;
import io.muster.server.sources.SourceMapping;
import io.muster.server.sources.Sources;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs keep a tenant's sources.
@RestController("sourcesApi")
@RequestMapping("/api/v1/sources")
class SourcesController {
    private static final String LIST = "sources";

    private final Sources sources;
    private final SourceHealth health;
    private final InboundWebhooks webhooks;

    SourcesController(Sources sources, SourceHealth health, InboundWebhooks webhooks) {
        this.sources = sources;
        this.health = health;
        this.webhooks = webhooks;
    }

    /// A new secret of inbound webhooks. It is in this answer and nowhere else.
    record WebhookView(String url, String secret) {}

    /// By key.
    @GetMapping
    Page<SourceView> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        String after = cursor == null ? null : cursor.read(LIST, 1, List::getFirst);
        List<Source> fetched = sources.list(caller.tenant(), after, paging.fetch());
        Map<String, Health> all =
                health.of(caller.tenant(), fetched.stream().map(Source::key).toList());
        return Page.of(fetched, paging, source -> Cursor.of(LIST, source.key()))
                .map(source ->
                        view(
                                caller.tenant(),
                                source,
                                all.getOrDefault(source.key(), Health.NOTHING)));
    }

    @GetMapping("/{key}")
    SourceView get(Caller caller, @PathVariable String key) {
        return view(caller.tenant(), sources.get(caller.tenant(), key));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SourceView create(Caller caller, @RequestBody SourceBody body) {
        var content =
                new Source.Content(
                        Objects.requireNonNullElse(body.name(), ""),
                        body.mapping() == null || body.mapping().isEmpty()
                                ? SourceMapping.usual()
                                : SourceMapping.read(body.mapping()),
                        Objects.requireNonNullElse(body.options(), ImportSettings.NONE)
                                .withColumns(null));
        return view(
                caller.tenant(),
                sources.create(
                        caller.tenant(), Objects.requireNonNullElse(body.key(), ""), content));
    }

    /// Replaces what is sent; the key stays.
    @PatchMapping("/{key}")
    SourceView change(Caller caller, @PathVariable String key, @RequestBody SourceBody body) {
        Source before = sources.get(caller.tenant(), key);
        var content =
                new Source.Content(
                        Objects.requireNonNullElse(body.name(), before.name()),
                        body.mapping() == null
                                ? before.mapping()
                                : SourceMapping.read(body.mapping()),
                        Objects.requireNonNullElse(body.options(), before.settings())
                                .withColumns(null));
        return view(caller.tenant(), sources.change(caller.tenant(), key, content));
    }

    /// What it has pushed stays.
    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String key) {
        sources.delete(caller.tenant(), key);
    }

    /// Makes a new secret for signed webhooks, in place of one that is there.
    @PostMapping("/{key}/webhook")
    @ResponseStatus(HttpStatus.CREATED)
    WebhookView openWebhook(Caller caller, @PathVariable String key) {
        Source source = sources.get(caller.tenant(), key);
        String secret = webhooks.open(caller.tenant(), source);
        return new WebhookView(webhooks.address(caller.tenant(), source), secret);
    }

    /// Takes no webhooks any more.
    @DeleteMapping("/{key}/webhook")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeWebhook(Caller caller, @PathVariable String key) {
        webhooks.close(caller.tenant(), sources.get(caller.tenant(), key));
    }

    private SourceView view(TenantId tenant, Source source) {
        return view(
                tenant,
                source,
                health.of(tenant, List.of(source.key()))
                        .getOrDefault(source.key(), Health.NOTHING));
    }

    private SourceView view(TenantId tenant, Source source, Health of) {
        return SourceView.of(
                source, of, source.hasWebhook() ? webhooks.address(tenant, source) : null);
    }
}
