package io.muster.server.sources.pull.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.imports.SavedMappings;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.sources.Source;
import io.muster.server.sources.Sources;
import io.muster.server.sources.pull.Pull;
import io.muster.server.sources.pull.Pulls;
import java.util.List;
import java.util.Optional;
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

/// Sets up how a source's files are fetched, for people.
@Controller("pullPages")
@RequestMapping("/sources/{key}/pull")
class PullController {
    private final Sources sources;
    private final Pulls pulls;
    private final SavedMappings mappings;
    private final PullCards cards;

    PullController(Sources sources, Pulls pulls, SavedMappings mappings, PullCards cards) {
        this.sources = sources;
        this.pulls = pulls;
        this.mappings = mappings;
        this.cards = cards;
    }

    /// @param place the kind of place to be set up; by default the one that is there
    @GetMapping
    ModelAndView form(
            Caller caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String place) {
        Source source = sources.get(caller.tenant(), key);
        Optional<Pull> there = pulls.find(caller.tenant(), source);
        PullForm form =
                there.filter(pull -> place == null || pull.place().kind().equals(place))
                        .map(PullForm::of)
                        .orElseGet(() -> PullForm.empty(place == null ? "folder" : place));
        return view(caller, source, form, List.of(), there.isPresent());
    }

    @PostMapping
    ModelAndView save(
            Caller caller,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> sent) {
        Source source = sources.get(caller.tenant(), key);
        var form = PullForm.of(sent);
        try {
            pulls.save(caller.tenant(), source, form.content());
            return new ModelAndView(back(key));
        } catch (ApiProblem problem) {
            ModelAndView view =
                    view(
                            caller,
                            source,
                            form,
                            problem.problem().errors(),
                            pulls.find(caller.tenant(), source).isPresent());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    /// The part of the source's page that changes by itself.
    @GetMapping("/state")
    ModelAndView state(Caller caller, @PathVariable String key) {
        return new ModelAndView(
                "sources/pull_card",
                "card",
                cards.of(
                        caller.tenant(),
                        sources.get(caller.tenant(), key),
                        caller.may(Scope.SETTINGS_WRITE)));
    }

    @PostMapping("/run")
    String run(Caller caller, @PathVariable String key) {
        pulls.now(caller.tenant(), sources.get(caller.tenant(), key));
        return "redirect:/sources/" + key + "?pulled=1";
    }

    @PostMapping("/pause")
    String pause(Caller caller, @PathVariable String key) {
        pulls.pause(caller.tenant(), sources.get(caller.tenant(), key));
        return back(key);
    }

    @PostMapping("/resume")
    String resume(Caller caller, @PathVariable String key) {
        pulls.resume(caller.tenant(), sources.get(caller.tenant(), key));
        return back(key);
    }

    @PostMapping("/delete")
    String delete(Caller caller, @PathVariable String key) {
        pulls.delete(caller.tenant(), sources.get(caller.tenant(), key));
        return back(key);
    }

    private ModelAndView view(
            Caller caller, Source source, PullForm form, List<FieldError> errors, boolean isThere) {
        return new ModelAndView(
                "sources/pull",
                "page",
                PullFormPage.of(
                        source,
                        form,
                        mappings.list(caller.tenant(), null, SavedMappings.MOST),
                        errors,
                        isThere));
    }

    private static String back(String key) {
        return "redirect:/sources/" + key + "?saved=1";
    }
}
