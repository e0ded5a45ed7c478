package io.muster.server.segments.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.contacts.builder.Draft;
import io.muster.server.contacts.builder.Draft.Group;
import io.muster.server.contacts.builder.DraftForm;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.segments.Segment;
import io.muster.server.segments.SegmentCount;
import io.muster.server.segments.Segments;
import io.muster.server.segments.pages.BuilderView.Counting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Builds filters: every button sends the form, and gets it back changed, with or without scripts.
@Controller
class BuilderController {
    private final Segments segments;
    private final BuilderView view;

    BuilderController(Segments segments, BuilderView view) {
        this.segments = segments;
        this.view = view;
    }

    /// The address may bring a filter from elsewhere.
    @GetMapping("/segments/new")
    ModelAndView create(Caller caller, HttpServletRequest request) {
        return caller.may(Scope.CONTACTS_WRITE)
                ? page(view(caller, null, "", begun(request), null, List.of()))
                : new ModelAndView("redirect:/segments");
    }

    @GetMapping("/segments/{id}/edit")
    ModelAndView edit(Caller caller, @PathVariable UUID id) {
        Segment segment = segments.get(caller.tenant(), id, SegmentCount.Counting.AT_HAND);
        return caller.may(Scope.CONTACTS_WRITE)
                ? page(
                        view(
                                caller,
                                id,
                                segment.name(),
                                Draft.of(segment.filter().node()),
                                null,
                                List.of()))
                : new ModelAndView("redirect:/segments/" + id);
    }

    @PostMapping("/segments/new")
    ModelAndView create(Caller caller, Rendering rendering, HttpServletRequest request) {
        return sent(caller, rendering, null, new DraftForm(request.getParameterMap()));
    }

    @PostMapping("/segments/{id}/edit")
    ModelAndView edit(
            Caller caller, Rendering rendering, @PathVariable UUID id, HttpServletRequest request) {
        return sent(caller, rendering, id, new DraftForm(request.getParameterMap()));
    }

    /// What the filter in the form comes to.
    @PostMapping("/segments/count")
    ModelAndView count(Caller caller, HttpServletRequest request) {
        var form = new DraftForm(request.getParameterMap());
        return new ModelAndView(
                "segments/count",
                "page",
                view.page(
                        caller.tenant(),
                        null,
                        form.name(),
                        form.draft(),
                        null,
                        List.of(),
                        Counting.ALL));
    }

    private ModelAndView sent(
            Caller caller, Rendering rendering, @Nullable UUID id, DraftForm form) {
        if (form.isSave()) {
            return save(caller, id, form);
        }
        Group edited = form.edited();
        BuilderPage page = view(caller, id, form.name(), edited, form.added(edited), List.of());
        return new ModelAndView(
                rendering.choose("segments/edit", "segments/builder"), "page", page);
    }

    private ModelAndView save(Caller caller, @Nullable UUID id, DraftForm form) {
        // Conditions whose field was changed without scripts have no operator of it yet.
        Group shown = view(caller, id, form.name(), form.draft(), null, List.of()).form().draft();
        try {
            UUID kept = id;
            if (kept == null) {
                kept = segments.create(caller, form.name(), shown.node());
            } else {
                segments.change(caller.tenant(), kept, form.name(), shown.node());
            }
            return new ModelAndView("redirect:/segments/" + kept);
        } catch (ApiProblem problem) {
            if (problem.kind() != ProblemKind.UNPROCESSABLE) {
                throw problem;
            }
            List<FieldError> errors = problem.problem().errors();
            ModelAndView answer = page(view(caller, id, form.name(), shown, null, errors));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
    }

    private static Group begun(HttpServletRequest request) {
        Group brought = new DraftForm(request.getParameterMap()).draft();
        return brought.parts().isEmpty() ? Group.NEW : brought;
    }

    private BuilderPage view(
            Caller caller,
            @Nullable UUID id,
            String name,
            Group draft,
            @Nullable String added,
            List<FieldError> errors) {
        return view.page(caller.tenant(), id, name, draft, added, errors, Counting.AT_HAND);
    }

    private static ModelAndView page(BuilderPage page) {
        return new ModelAndView("segments/edit", "page", page);
    }
}
