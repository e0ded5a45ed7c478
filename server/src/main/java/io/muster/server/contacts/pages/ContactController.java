package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.Contacts;
import io.muster.server.contacts.Origin;
import io.muster.server.contacts.pages.Timeline.Extent;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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

/// One contact for people: what it holds, what made it so, and a form to change it.
@Controller
@RequestMapping("/contacts/{id}")
class ContactController {
    private final Contacts contacts;
    private final ContactView view;
    private final EditForms forms;

    ContactController(Contacts contacts, ContactView view, EditForms forms) {
        this.contacts = contacts;
        this.view = view;
        this.forms = forms;
    }

    /// @param history `all` to show more of it
    /// @param done what was just done
    @GetMapping
    ModelAndView show(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String history,
            @RequestParam(defaultValue = "") String done) {
        Optional<Contact> found = contacts.find(caller.tenant(), id);
        if (found.isEmpty()) {
            return deleted(caller, id);
        }
        Contact contact = found.get();
        if (!contact.id().equals(id)) {
            // Merged: links to it go on working.
            return new ModelAndView("redirect:" + ContactPage.path(contact));
        }
        return new ModelAndView(
                "contacts/show",
                "page",
                view.page(
                        caller,
                        contact,
                        history == null ? Extent.LATEST : Extent.LONG,
                        switch (done) {
                            case "saved" -> t("contact.saved");
                            case "merged" -> t("contact.merged");
                            case "restored" -> t("contact.restored");
                            default -> null;
                        }));
    }

    /// Whoever may bring a deleted contact back, or remove it for good, sees that it was there.
    private ModelAndView deleted(Caller caller, UUID id) {
        var may = ContactView.rights(caller);
        Contact contact =
                contacts.deleted(caller.tenant(), id)
                        .filter(gone -> may.any())
                        .orElseThrow(() -> ApiProblem.notFound("contact"));
        return new ModelAndView("contacts/deleted", "page", new DeletedPage(contact, may, null));
    }

    @GetMapping("/edit")
    ModelAndView edit(Caller caller, @PathVariable UUID id) {
        Contact contact = contacts.get(caller.tenant(), id);
        return caller.may(Scope.CONTACTS_WRITE)
                ? new ModelAndView("contacts/edit", "page", forms.of(caller.tenant(), contact))
                : new ModelAndView("redirect:" + ContactPage.path(contact));
    }

    @PostMapping("/edit")
    ModelAndView edit(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        var sent = new SentContact(request.getParameterMap());
        var fields = forms.fields(caller.tenant());
        var changes = sent.changes(fields);
        try {
            if (!changes.isEmpty()) {
                contacts.change(
                        caller.tenant(),
                        id,
                        changes,
                        stored -> sent.conflicts(fields, stored),
                        Origin.of(caller));
            }
            return new ModelAndView("redirect:/contacts/" + id + "?done=saved");
        } catch (ApiProblem problem) {
            if (problem.kind() != ProblemKind.UNPROCESSABLE) {
                throw problem;
            }
            var page =
                    forms.of(
                            caller.tenant(),
                            contacts.get(caller.tenant(), id),
                            sent,
                            problem.problem().errors());
            var answer = new ModelAndView("contacts/edit", "page", page);
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
    }
}
