package io.muster.server.imports.pages.saved;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.SavedMapping;
import io.muster.server.imports.SavedMappings;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.saved.MappingLine.Refusal;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The mappings that a tenant keeps, to be looked at, renamed and deleted.
@Controller("savedMappingsPages")
@RequestMapping(SavedMappingsPage.PATH)
class SavedMappingsController {
    private static final String BACK = "redirect:" + SavedMappingsPage.PATH;

    private final SavedMappings mappings;
    private final CustomFields fields;

    SavedMappingsController(SavedMappings mappings, CustomFields fields) {
        this.mappings = mappings;
        this.fields = fields;
    }

    /// @param renamed the id of the mapping that has got another name just now
    /// @param deleted whether one was deleted just now
    @GetMapping
    ModelAndView list(
            Caller caller,
            @RequestParam(defaultValue = "") String renamed,
            @RequestParam(required = false) @Nullable String deleted) {
        List<SavedMapping> all = all(caller);
        String done =
                all.stream()
                        .filter(mapping -> mapping.id().toString().equals(renamed))
                        .map(mapping -> t("saved.renamed", mapping.name()))
                        .findFirst()
                        .orElse(deleted == null ? null : t("saved.deleted"));
        return view(page(caller, all, null, done, false), HttpStatus.OK);
    }

    @PostMapping("/{id}/rename")
    ModelAndView rename(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        try {
            mappings.rename(caller.tenant(), id, name);
            return new ModelAndView(BACK + "?renamed=" + id);
        } catch (ApiProblem problem) {
            if (!problem.kind().equals(ProblemKind.UNPROCESSABLE)) {
                return gone(caller, problem);
            }
            var refusal = new Refusal(id, name, words(problem));
            return view(
                    page(caller, all(caller), refusal, null, false),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(Caller caller, @PathVariable UUID id) {
        try {
            mappings.delete(caller.tenant(), id);
            return new ModelAndView(BACK + "?deleted=1");
        } catch (ApiProblem problem) {
            return gone(caller, problem);
        }
    }

    /// Somebody was faster: what is left is more use than an error page.
    private ModelAndView gone(Caller caller, ApiProblem problem) {
        if (!problem.kind().equals(ProblemKind.NOT_FOUND)) {
            throw problem;
        }
        return view(page(caller, all(caller), null, null, true), HttpStatus.NOT_FOUND);
    }

    private List<SavedMapping> all(Caller caller) {
        return mappings.list(caller.tenant(), null, SavedMappings.MOST);
    }

    private SavedMappingsPage page(
            Caller caller,
            List<SavedMapping> all,
            @Nullable Refusal refusal,
            @Nullable String done,
            boolean gone) {
        var names = new FieldNames(fields.all(caller.tenant()));
        return new SavedMappingsPage(
                all.stream().map(mapping -> MappingLine.of(mapping, names, refusal)).toList(),
                caller.may(Scope.SETTINGS_WRITE),
                caller.may(Scope.IMPORTS_WRITE),
                done,
                gone);
    }

    private static ModelAndView view(SavedMappingsPage page, HttpStatus status) {
        var view = new ModelAndView("imports/mappings", "page", page);
        view.setStatus(status);
        return view;
    }

    private static String words(ApiProblem problem) {
        return problem.problem().errors().stream()
                .map(FieldError::message)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
