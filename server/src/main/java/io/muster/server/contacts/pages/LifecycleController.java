package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactLifecycle;
import io.muster.server.contacts.Contacts;
import io.muster.server.contacts.Origin;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.tenants.TenantId;
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

/// Pages on which contacts become one, go, come back, and go for good.
@Controller
@RequestMapping("/contacts/{id}")
class LifecycleController {
    private final Contacts contacts;
    private final ContactLifecycle lifecycle;
    private final MergeView merges;

    LifecycleController(Contacts contacts, ContactLifecycle lifecycle, MergeView merges) {
        this.contacts = contacts;
        this.lifecycle = lifecycle;
        this.merges = merges;
    }

    @GetMapping("/merge")
    ModelAndView merge(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID other) {
        if (!caller.may(Scope.CONTACTS_WRITE)) {
            return new ModelAndView("redirect:/contacts/" + id);
        }
        try {
            return merging(merges.page(caller.tenant(), id, q.strip(), other, null));
        } catch (ApiProblem problem) {
            return notMerged(caller.tenant(), id, problem);
        }
    }

    /// @param seen of the comparison that somebody has agreed to
    @PostMapping("/merge")
    ModelAndView merge(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam UUID other,
            @RequestParam String seen) {
        try {
            lifecycle.merge(caller.tenant(), id, other, seen, Origin.of(caller));
            return new ModelAndView(
                    "redirect:"
                            + ContactPage.path(contacts.get(caller.tenant(), id))
                            + "?done=merged");
        } catch (ApiProblem problem) {
            if (problem.problem().errors().stream()
                    .anyMatch(error -> error.code().equals(ContactLifecycle.CHANGED_MEANWHILE))) {
                return refused(merges.page(caller.tenant(), id, "", other, message(problem)));
            }
            return notMerged(caller.tenant(), id, problem);
        }
    }

    private ModelAndView notMerged(TenantId tenant, UUID id, ApiProblem problem) {
        if (problem.kind() != ProblemKind.UNPROCESSABLE) {
            throw problem;
        }
        return refused(merges.page(tenant, id, "", null, message(problem)));
    }

    private static ModelAndView merging(MergePage page) {
        return new ModelAndView("contacts/merge", "page", page);
    }

    private static ModelAndView refused(MergePage page) {
        ModelAndView answer = merging(page);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    private static String message(ApiProblem problem) {
        List<FieldError> errors = problem.problem().errors();
        return errors.isEmpty() ? problem.problem().detail() : errors.getFirst().message();
    }

    @PostMapping("/delete")
    String delete(Caller caller, @PathVariable UUID id) {
        lifecycle.delete(caller.tenant(), id, Origin.of(caller));
        return "redirect:/contacts/" + id;
    }

    @PostMapping("/restore")
    ModelAndView restore(Caller caller, @PathVariable UUID id) {
        try {
            lifecycle.restore(caller.tenant(), id, Origin.of(caller));
        } catch (ApiProblem problem) {
            if (problem.kind() == ProblemKind.UNPROCESSABLE) {
                return notRestored(caller, id, problem);
            }
            if (problem.kind() != ProblemKind.CONFLICT) {
                throw problem;
            }
            // It is there already, which is what was wanted.
        }
        return new ModelAndView("redirect:/contacts/" + id + "?done=restored");
    }

    private ModelAndView notRestored(Caller caller, UUID id, ApiProblem problem) {
        var page =
                new DeletedPage(
                        contacts.deleted(caller.tenant(), id)
                                .orElseThrow(() -> ApiProblem.notFound("contact")),
                        ContactView.rights(caller),
                        problem.problem().errors().stream()
                                .map(error ->
                                        t("contact." + error.pointer().substring(1))
                                                + ": "
                                                + error.message())
                                .toList());
        var answer = new ModelAndView("contacts/deleted", "page", page);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    @GetMapping("/erase")
    ModelAndView erase(Caller caller, @PathVariable UUID id) {
        return caller.may(Scope.SUPPRESSIONS_WRITE)
                ? erasing(caller.tenant(), present(caller.tenant(), id), null)
                : new ModelAndView("redirect:/contacts/" + id);
    }

    @PostMapping("/erase")
    ModelAndView erase(Caller caller, @PathVariable UUID id, @RequestParam String confirmation) {
        Contact contact = present(caller.tenant(), id);
        if (!ErasePage.isConfirmed(contact, confirmation)) {
            ModelAndView answer =
                    erasing(caller.tenant(), contact, t("contact.erase.other", contact.title()));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
        lifecycle.erase(caller.tenant(), contact.id());
        return new ModelAndView("redirect:/contacts?erased=1");
    }

    private ModelAndView erasing(TenantId tenant, Contact contact, @Nullable String problem) {
        int merged = lifecycle.allIds(tenant, contact.id()).size() - 1;
        return new ModelAndView("contacts/erase", "page", new ErasePage(contact, merged, problem));
    }

    /// Deleted or not.
    private Contact present(TenantId tenant, UUID id) {
        return contacts.find(tenant, id)
                .or(() -> contacts.deleted(tenant, id))
                .orElseThrow(() -> ApiProblem.notFound("contact"));
    }
}
