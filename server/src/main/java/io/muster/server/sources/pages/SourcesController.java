package io.muster.server.sources.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.ImportSettings;
import io.muster.server.platform.Json;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.sources.InboundWebhooks;
import io.muster.server.sources.PayloadParts;
import io.muster.server.sources.Pushes;
import io.muster.server.sources.Source;
import io.muster.server.sources.SourceHealth;
import io.muster.server.sources.SourceHealth.Health;
import io.muster.server.sources.SourceMapping;
import io.muster.server.sources.Sources;
import io.muster.server.sources.pull.pages.PullCards;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Sources for people: how they are doing, and how they are set up.
@Controller
@RequestMapping("/sources")
class SourcesController {
    private static final int MOST = 200;
    private static final int MORE_ROWS = 3;

    private final Sources sources;
    private final SourceHealth health;
    private final Pushes pushes;
    private final PayloadParts parts;
    private final InboundWebhooks webhooks;
    private final CustomFields fields;
    private final PullCards pullCards;

    SourcesController(
            Sources sources,
            SourceHealth health,
            Pushes pushes,
            PayloadParts parts,
            InboundWebhooks webhooks,
            CustomFields fields,
            PullCards pullCards) {
        this.sources = sources;
        this.health = health;
        this.pushes = pushes;
        this.parts = parts;
        this.webhooks = webhooks;
        this.fields = fields;
        this.pullCards = pullCards;
    }

    @GetMapping
    ModelAndView list(Caller caller, @RequestParam(required = false) @Nullable String deleted) {
        return list(caller, deleted == null ? null : t("sources.deleted"), "", "", List.of());
    }

    @PostMapping
    ModelAndView create(Caller caller, @RequestParam String name, @RequestParam String key) {
        try {
            var content = new Source.Content(name, SourceMapping.usual(), ImportSettings.NONE);
            sources.create(caller.tenant(), key.strip(), content);
            return new ModelAndView("redirect:/sources/" + key.strip() + "?created=1");
        } catch (ApiProblem problem) {
            return refused(list(caller, null, name, key, sentences(problem)));
        }
    }

    @GetMapping("/{key}")
    ModelAndView show(
            Caller caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String created,
            @RequestParam(required = false) @Nullable String saved,
            @RequestParam(required = false) @Nullable String pulled) {
        Source source = sources.get(caller.tenant(), key);
        String done =
                created != null
                        ? t("sources.created")
                        : saved != null
                                ? t("sources.saved")
                                : pulled != null ? t("pull.begun") : null;
        return page(
                caller, source, SourceForm.of(source), Map.of(), List.of(), List.of(), null, done);
    }

    @PostMapping("/{key}")
    ModelAndView save(
            Caller caller,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> sent) {
        Source source = sources.get(caller.tenant(), key);
        var form = SourceForm.of(sent);
        try {
            sources.change(caller.tenant(), key, form.content(source));
            return new ModelAndView("redirect:/sources/" + key + "?saved=1");
        } catch (ApiProblem problem) {
            return refused(caller, source, form, problem);
        }
    }

    /// Shows what would become of a test object by the mapping as it stands in the form.
    @PostMapping("/{key}/try")
    ModelAndView tryOut(
            Caller caller,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> sent) {
        Source source = sources.get(caller.tenant(), key);
        var form = SourceForm.of(sent);
        try {
            List<JsonNode> objects = objects(form.payload());
            Map<String, String> more =
                    objects.isEmpty() || !objects.getFirst().isObject()
                            ? Map.of()
                            : suggested(caller.tenant(), form, objects.getFirst());
            Source imagined = sources.imagine(caller.tenant(), source, form.content(source));
            var names = new SourceFields(fields.all(caller.tenant()));
            List<TriedLine> tried =
                    pushes.preview(caller.tenant(), imagined, objects).stream()
                            .map(preview -> TriedLine.of(preview, names))
                            .toList();
            return page(caller, source, form, more, tried, List.of(), null, null);
        } catch (ApiProblem problem) {
            return refused(caller, source, form, problem);
        }
    }

    /// Shows the new secret once: no address leads back to it.
    @PostMapping("/{key}/webhook")
    ModelAndView openWebhook(Caller caller, @PathVariable String key) {
        String secret = webhooks.open(caller.tenant(), sources.get(caller.tenant(), key));
        Source source = sources.get(caller.tenant(), key);
        return page(
                caller,
                source,
                SourceForm.of(source),
                Map.of(),
                List.of(),
                List.of(),
                secret,
                null);
    }

    @PostMapping("/{key}/webhook/close")
    String closeWebhook(Caller caller, @PathVariable String key) {
        webhooks.close(caller.tenant(), sources.get(caller.tenant(), key));
        return "redirect:/sources/" + key + "?saved=1";
    }

    @PostMapping("/{key}/delete")
    String delete(Caller caller, @PathVariable String key) {
        sources.delete(caller.tenant(), key);
        return "redirect:/sources?deleted=1";
    }

    private ModelAndView list(
            Caller caller, @Nullable String done, String name, String key, List<String> problems) {
        List<Source> all = sources.list(caller.tenant(), null, MOST);
        Map<String, Health> of = health.of(caller.tenant(), all.stream().map(Source::key).toList());
        List<SourceLine> lines =
                all.stream()
                        .map(source ->
                                new SourceLine(
                                        source, of.getOrDefault(source.key(), Health.NOTHING)))
                        .toList();
        return new ModelAndView(
                "sources/list",
                "page",
                new SourcesPage(lines, mayChange(caller), done, name, key, problems));
    }

    /// @param more parts that a test object has besides, with their suggested targets
    private ModelAndView page(
            Caller caller,
            Source source,
            SourceForm form,
            Map<String, String> more,
            List<TriedLine> tried,
            List<String> problems,
            @Nullable String secret,
            @Nullable String done) {
        TenantId tenant = caller.tenant();
        List<MappingRow> rows = new ArrayList<>(form.rows());
        more.forEach((pointer, target) -> rows.add(new MappingRow(pointer, target)));
        for (int i = 0; i < MORE_ROWS; i++) {
            rows.add(new MappingRow("", "skip"));
        }
        var line =
                new SourceLine(
                        source,
                        health.of(tenant, List.of(source.key()))
                                .getOrDefault(source.key(), Health.NOTHING));
        return new ModelAndView(
                "sources/show",
                "page",
                new SourcePage(
                        line,
                        form,
                        rows,
                        new SourceFields(fields.all(tenant)).targets(),
                        tried,
                        problems,
                        webhooks.pushAddress(source),
                        source.hasWebhook() ? webhooks.address(tenant, source) : null,
                        secret,
                        pullCards.of(tenant, source, mayChange(caller)),
                        mayChange(caller),
                        done));
    }

    private Map<String, String> suggested(TenantId tenant, SourceForm form, JsonNode object) {
        return parts.suggested(
                tenant,
                object,
                form.rows().stream().map(MappingRow::pointer).collect(Collectors.toSet()),
                form.rows().stream().map(MappingRow::target).collect(Collectors.toSet()));
    }

    private static List<JsonNode> objects(String payload) {
        try {
            JsonNode tree = Json.tree(payload);
            if (tree.isObject()) {
                return List.of(tree);
            }
            if (tree.isArray()) {
                return tree.valueStream().toList();
            }
        } catch (JacksonException e) {
            // Falls through to the same answer.
        }
        throw ApiProblem.unprocessable(t("sources.payload.unreadable"), List.of());
    }

    /// The form as it was sent, with what is wrong with it.
    private ModelAndView refused(
            Caller caller, Source source, SourceForm form, ApiProblem problem) {
        return refused(
                page(caller, source, form, Map.of(), List.of(), sentences(problem), null, null));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static List<String> sentences(ApiProblem problem) {
        return problem.problem().errors().isEmpty()
                ? List.of(problem.problem().detail())
                : problem.problem().errors().stream().map(error -> error.message()).toList();
    }

    private static boolean mayChange(Caller caller) {
        return caller.may(Scope.SETTINGS_WRITE);
    }
}
