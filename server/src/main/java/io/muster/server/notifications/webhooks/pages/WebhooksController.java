package io.muster.server.notifications.webhooks.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.notifications.webhooks.Webhooks;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/// Webhooks for people: where messages go, and what became of them.
@Controller("webhooksPages")
@RequestMapping("/webhooks")
class WebhooksController {
    private static final int MOST = 200;

    /// What a page may say that it has just done.
    private static final Set<String> DONE =
            Set.of("saved", "tested", "resent", "paused", "resumed");

    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /// @param deleted whether one was just deleted
    @GetMapping
    ModelAndView list(Caller caller, @RequestParam(required = false) @Nullable String deleted) {
        return list(
                caller,
                WebhookForm.empty(),
                List.of(),
                deleted == null ? null : t("webhooks.deleted"));
    }

    /// Shows the secret once: no address leads back to it.
    @PostMapping
    ModelAndView create(Caller caller, @RequestParam MultiValueMap<String, String> sent) {
        var form = WebhookForm.of(sent);
        try {
            var made = webhooks.create(caller.tenant(), form.content());
            return view(
                    page(caller, made.webhook().id(), null, t("webhooks.created"))
                            .withSecret(made.secret()));
        } catch (ApiProblem problem) {
            return refused(list(caller, form, sentences(problem), null));
        }
    }

    /// @param done the end of the key of what was just done
    @GetMapping("/{id}")
    ModelAndView show(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable String done) {
        WebhookPage page =
                page(
                        caller,
                        id,
                        before,
                        done != null && DONE.contains(done) ? t("webhooks.done." + done) : null);
        return new ModelAndView(
                rendering.choose("webhooks/show", "webhooks/deliveries"), "page", page);
    }

    @PostMapping("/{id}")
    ModelAndView save(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = WebhookForm.of(sent);
        try {
            webhooks.change(caller.tenant(), id, form.content());
            return new ModelAndView(back(id, "saved"));
        } catch (ApiProblem problem) {
            return refused(view(page(caller, id, null, null).refused(form, sentences(problem))));
        }
    }

    /// Shows the new secret once.
    @PostMapping("/{id}/rotate")
    ModelAndView rotate(Caller caller, @PathVariable UUID id) {
        String secret = webhooks.rotate(caller.tenant(), id).secret();
        return view(page(caller, id, null, t("webhooks.rotated")).withSecret(secret));
    }

    @PostMapping("/{id}/test")
    String test(Caller caller, @PathVariable UUID id) {
        webhooks.test(caller.tenant(), id);
        return back(id, "tested");
    }

    @PostMapping("/{id}/deliveries/{delivery}/resend")
    String resend(Caller caller, @PathVariable UUID id, @PathVariable UUID delivery) {
        webhooks.resend(caller.tenant(), id, delivery);
        return back(id, "resent");
    }

    @PostMapping("/{id}/pause")
    String pause(Caller caller, @PathVariable UUID id) {
        webhooks.pause(caller.tenant(), id);
        return back(id, "paused");
    }

    @PostMapping("/{id}/resume")
    String resume(Caller caller, @PathVariable UUID id) {
        webhooks.resume(caller.tenant(), id);
        return back(id, "resumed");
    }

    @PostMapping("/{id}/delete")
    String delete(Caller caller, @PathVariable UUID id) {
        webhooks.delete(caller.tenant(), id);
        return "redirect:/webhooks?deleted=1";
    }

    private ModelAndView list(
            Caller caller, WebhookForm form, List<String> problems, @Nullable String done) {
        return new ModelAndView(
                "webhooks/list",
                "page",
                new WebhooksPage(
                        webhooks.list(caller.tenant(), null, MOST).stream()
                                .map(WebhookLine::new)
                                .toList(),
                        form,
                        problems,
                        mayChange(caller),
                        done));
    }

    private WebhookPage page(Caller caller, UUID id, @Nullable UUID before, @Nullable String done) {
        return WebhookPage.of(
                webhooks.get(caller.tenant(), id),
                webhooks.deliveries(caller.tenant(), id, before, WebhookPage.LIMIT + 1),
                before,
                mayChange(caller),
                done);
    }

    private static ModelAndView view(WebhookPage page) {
        return new ModelAndView("webhooks/show", "page", page);
    }

    private static ModelAndView refused(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String back(UUID id, String done) {
        return "redirect:/webhooks/" + id + "?done=" + done;
    }

    private static boolean mayChange(Caller caller) {
        return caller.may(Scope.SETTINGS_WRITE);
    }

    private static List<String> sentences(ApiProblem problem) {
        var errors = problem.problem().errors();
        return errors.isEmpty()
                ? List.of(problem.problem().detail())
                : errors.stream().map(FieldError::message).toList();
    }
}
