package io.muster.server.access.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.ApiKey;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Caller;
import io.muster.server.access.IssuedKey;
import io.muster.server.access.NewKeys;
import io.muster.server.access.Scope;
import io.muster.server.platform.pages.Pager;
import io.muster.server.platform.web.ApiProblem;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// API keys for admins.
@Controller
@RequestMapping("/api-keys")
class KeysController {
    private static final int LIMIT = 100;

    private final ApiKeys keys;
    private final NewKeys newKeys;
    private final Clock clock;

    KeysController(ApiKeys keys, NewKeys newKeys, Clock clock) {
        this.keys = keys;
        this.newKeys = newKeys;
        this.clock = clock;
    }

    /// @param after the last key already seen
    @GetMapping
    ModelAndView list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String revoked) {
        return page(
                caller,
                after,
                null,
                revoked == null ? null : t("keys.revoked"),
                List.of(),
                KeysPage.Form.EMPTY);
    }

    /// Shows the secret once: no address leads back to it.
    @PostMapping
    ModelAndView issue(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable List<String> scope,
            @RequestParam(defaultValue = "") String lifetime) {
        List<String> scopes = scope == null ? List.of() : scope;
        try {
            IssuedKey issued =
                    newKeys.issue(
                            caller,
                            new NewKeys.Wanted(
                                    name, scopes, Lifetime.of(lifetime).from(clock.instant())));
            return page(caller, null, issued, null, List.of(), KeysPage.Form.EMPTY);
        } catch (ApiProblem problem) {
            var form = new KeysPage.Form(name, Set.copyOf(scopes), lifetime);
            ModelAndView page = page(caller, null, null, null, Problems.sentences(problem), form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/{id}/revoke")
    String revoke(Caller caller, @PathVariable UUID id) {
        keys.revoke(caller.tenant(), id);
        return "redirect:/api-keys?revoked=1";
    }

    private ModelAndView page(
            Caller caller,
            @Nullable UUID after,
            @Nullable IssuedKey issued,
            @Nullable String done,
            List<String> problems,
            KeysPage.Form form) {
        List<ApiKey> found = keys.list(caller.tenant(), after, LIMIT + 1);
        List<ApiKey> shown = found.subList(0, Math.min(found.size(), LIMIT));
        var pager =
                new Pager(
                        after == null ? null : "/api-keys",
                        found.size() > LIMIT ? "/api-keys?after=" + shown.getLast().id() : null);
        return new ModelAndView(
                "access/keys",
                "page",
                new KeysPage(
                        shown,
                        pager,
                        Scope.all().stream().filter(caller::may).toList(),
                        clock.instant(),
                        issued,
                        done,
                        problems,
                        form));
    }
}
