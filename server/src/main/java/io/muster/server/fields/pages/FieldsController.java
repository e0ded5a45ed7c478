package io.muster.server.fields.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.FieldSpec;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.fields.FieldRequest;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Custom fields for people.
@Controller("fieldsPages")
@RequestMapping("/fields")
class FieldsController {
    private final CustomFields fields;
    private final FieldsView view;

    FieldsController(CustomFields fields, FieldsView view) {
        this.fields = fields;
        this.view = view;
    }

    /// @param done what was just done
    @GetMapping
    ModelAndView list(Caller caller, @RequestParam(defaultValue = "") String done) {
        String words =
                switch (done) {
                    case "created" -> t("field.created");
                    case "retired" -> t("field.retired.done");
                    default -> null;
                };
        return new ModelAndView("fields/list", "page", view.list(caller, words));
    }

    /// A key has no hyphen, so no field stands in the way of this address.
    @GetMapping("/new-field")
    ModelAndView create(Caller caller) {
        return caller.may(Scope.SETTINGS_WRITE)
                ? new ModelAndView(
                        "fields/new", "page", new NewFieldPage(FieldForm.BLANK.fields(List.of())))
                : new ModelAndView("redirect:/fields");
    }

    @PostMapping("/new-field")
    ModelAndView create(
            Caller caller,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String options,
            @RequestParam(defaultValue = "") String description) {
        var form = new FieldForm(label, key, type, options, description);
        try {
            FieldRequest wanted = form.asNew();
            FieldSpec spec = wanted.spec();
            fields.create(
                    caller.tenant(),
                    wanted.key(),
                    wanted.newLabel(),
                    spec,
                    wanted.newDescription());
            return new ModelAndView("redirect:/fields?done=created");
        } catch (ApiProblem problem) {
            return refused(
                    new ModelAndView(
                            "fields/new", "page", new NewFieldPage(form.fields(errors(problem)))));
        }
    }

    @GetMapping("/{key}")
    ModelAndView show(
            Caller caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String saved) {
        return page(view.page(caller, key, saved == null ? null : t("field.saved")));
    }

    /// How many contacts hold it, however long it takes to count them.
    @GetMapping("/{key}/held")
    ModelAndView held(Caller caller, @PathVariable String key) {
        return new ModelAndView("fields/held", "held", view.held(caller.tenant(), key));
    }

    /// @param seen the options with which the form was shown, one a line
    /// @param agreed those that somebody has agreed to take away, one a line
    @PostMapping("/{key}")
    ModelAndView change(
            Caller caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String options,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String agreed) {
        CustomField field = fields.get(caller.tenant(), key);
        var form = new FieldForm(label, key, field.type().text(), options, description);
        List<String> before = FieldForm.lines(seen);
        try {
            CustomField wanted = form.asChange(field).change(field);
            if (field.type().hasOptions()) {
                Set<String> going = new HashSet<>(before);
                going.removeAll(wanted.options());
                if (!going.equals(Set.copyOf(FieldForm.lines(agreed)))) {
                    return page(view.removal(caller, field, form, before, going));
                }
            }
            fields.change(caller.tenant(), wanted, before);
            return new ModelAndView("redirect:/fields/" + key + "?saved=1");
        } catch (ApiProblem problem) {
            return refused(page(view.refused(caller, field, form, before, errors(problem))));
        }
    }

    @PostMapping("/{key}/retire")
    String retire(Caller caller, @PathVariable String key) {
        fields.retire(caller.tenant(), key);
        return "redirect:/fields?done=retired";
    }

    @PostMapping("/{key}/restore")
    ModelAndView restore(Caller caller, @PathVariable String key) {
        try {
            fields.restore(caller.tenant(), key);
            return new ModelAndView("redirect:/fields/" + key + "?saved=1");
        } catch (ApiProblem problem) {
            String why = errors(problem).stream().findFirst().map(FieldError::message).orElse("");
            return refused(page(view.notRestored(caller, key, why)));
        }
    }

    private static List<FieldError> errors(ApiProblem problem) {
        if (problem.kind() != ProblemKind.UNPROCESSABLE) {
            throw problem;
        }
        return problem.problem().errors();
    }

    private static ModelAndView page(FieldPage page) {
        return new ModelAndView("fields/show", "page", page);
    }

    private static ModelAndView refused(ModelAndView answer) {
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }
}
