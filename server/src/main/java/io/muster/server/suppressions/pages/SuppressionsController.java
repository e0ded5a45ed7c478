package io.muster.server.suppressions.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.suppressions.Entry.Bad;
import io.muster.server.suppressions.Entry.Good;
import io.muster.server.suppressions.EntryReader;
import io.muster.server.suppressions.ListFile;
import io.muster.server.suppressions.Suppression;
import io.muster.server.suppressions.Suppressions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
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

/// The suppression list for people.
@Controller
@RequestMapping("/suppressions")
class SuppressionsController {
    private static final int MOST_SHOWN = 20;

    private final Suppressions suppressions;

    SuppressionsController(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /// @param added how many values were just added, and of how many
    @GetMapping
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "older_than", required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer added,
            @RequestParam(defaultValue = "0") int known,
            @RequestParam(required = false) @Nullable String removed) {
        String done =
                added != null
                        ? t("suppressions.added", added, known)
                        : removed != null ? t("suppressions.removed") : null;
        SuppressionsPage page =
                q.isBlank() ? page(caller, after, done, AddForm.EMPTY) : found(caller, q);
        return new ModelAndView(
                rendering.choose("suppressions/list", "suppressions/results"), "page", page);
    }

    /// One value or many, one a line.
    @PostMapping
    ModelAndView add(
            Caller caller,
            @RequestParam String values,
            @RequestParam(defaultValue = "") String reason) {
        return add(caller, values.lines().filter(line -> !line.isBlank()).toList(), reason);
    }

    @PostMapping("/file")
    ModelAndView addFile(Caller caller, HttpServletRequest request) {
        try {
            ListUpload upload = ListUpload.receive(request);
            var file = new ListFile(suppressions.reader(caller.tenant()));
            return add(caller, file.read(upload.file()), upload.reason());
        } catch (ApiProblem problem) {
            String why = problem.problem().detail();
            return refused(
                    caller,
                    null,
                    new AddForm("", "", t("suppressions.file.refused"), List.of(why)));
        }
    }

    @PostMapping("/{id}/remove")
    String remove(Caller caller, @PathVariable UUID id) {
        suppressions.remove(caller.tenant(), id);
        return "redirect:/suppressions?removed=1";
    }

    /// Adds what can be read, and hands back the rest.
    private ModelAndView add(Caller caller, List<String> values, String reason) {
        EntryReader reader = suppressions.reader(caller.tenant());
        List<Good> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String value : values) {
            switch (reader.read(null, value, reason)) {
                case Good entry -> good.add(entry);
                case Bad entry -> {
                    bad.add(value);
                    if (bad.size() <= MOST_SHOWN) {
                        problems.add(value + ": " + entry.message());
                    }
                }
            }
        }
        int added = good.isEmpty() ? 0 : suppressions.add(caller, good);
        int known = good.size() - added;
        if (bad.isEmpty()) {
            return new ModelAndView(
                    "redirect:/suppressions?added=%d&known=%d".formatted(added, known));
        }
        if (bad.size() > MOST_SHOWN) {
            problems.add(t("suppressions.refused.more", bad.size() - MOST_SHOWN));
        }
        String done = good.isEmpty() ? null : t("suppressions.added", added, known);
        return refused(
                caller,
                done,
                new AddForm(String.join("\n", bad), reason, t("suppressions.refused"), problems));
    }

    private ModelAndView refused(Caller caller, @Nullable String done, AddForm form) {
        var answer = new ModelAndView("suppressions/list", "page", page(caller, null, done, form));
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    private SuppressionsPage page(
            Caller caller, @Nullable UUID after, @Nullable String done, AddForm form) {
        List<Suppression> fetched =
                suppressions.list(caller, null, after, SuppressionsPage.LIMIT + 1);
        return SuppressionsPage.of(
                fetched, suppressions.count(caller.tenant()), after, mayKeep(caller), done, form);
    }

    private SuppressionsPage found(Caller caller, String q) {
        List<Suppression> values =
                suppressions.reader(caller.tenant()).read(null, q, null) instanceof Good entry
                        ? suppressions.find(caller, entry).stream().toList()
                        : List.of();
        return SuppressionsPage.found(
                q, values, suppressions.count(caller.tenant()), mayKeep(caller));
    }

    private static boolean mayKeep(Caller caller) {
        return caller.may(Scope.SUPPRESSIONS_WRITE);
    }
}
