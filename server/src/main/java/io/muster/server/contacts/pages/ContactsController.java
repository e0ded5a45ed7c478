package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.builder.DraftForm;
import io.muster.server.contacts.pages.ContactsView.Counting;
import io.muster.server.platform.pages.Rendering;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The list of contacts for people. What it shows stands in its address.
@Controller
@RequestMapping("/contacts")
class ContactsController {
    private final ContactsView view;
    private final ContactChanges changes;

    ContactsController(ContactsView view, ContactChanges changes) {
        this.view = view;
        this.changes = changes;
    }

    /// @param counted whether somebody waits for the number of all that are sought
    /// @param erased whether a person was just erased
    /// @param part of the page that a script puts the answer into
    @GetMapping
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "newer_than", required = false) @Nullable UUID newerThan,
            @RequestParam(name = "older_than", required = false) @Nullable UUID olderThan,
            @RequestParam(required = false) @Nullable String counted,
            @RequestParam(required = false) @Nullable String erased,
            @RequestHeader(name = "HX-Target", defaultValue = "") String part) {
        var form = new DraftForm(request.getParameterMap());
        var edited = form.edited();
        ListState state = ListState.of(request.getParameterMap(), edited);
        if (form.isAction() && rendering == Rendering.PAGE) {
            // Loaded anew, the page would do it again.
            return new ModelAndView("redirect:" + state.address());
        }
        ContactsPage page =
                view.page(
                        caller,
                        state,
                        form.added(edited),
                        Place.of(newerThan, olderThan),
                        counted == null ? Counting.AT_HAND : Counting.ALL,
                        erased == null ? null : t("contact.erased"));
        if (newerThan == null && olderThan == null && counted == null) {
            response.setHeader("HX-Replace-Url", page.state().address());
        }
        return new ModelAndView(
                rendering.choose(
                        "contacts/list",
                        switch (part) {
                            case "listing" -> "contacts/listing";
                            case "count" -> "contacts/count";
                            default -> "contacts/results";
                        }),
                "page",
                page);
    }

    /// What changes contacts at this moment; a banner on any page asks for it until nothing does.
    @GetMapping("/changing")
    ModelAndView changing(Caller caller) {
        return new ModelAndView("contacts/changing", "changes", changes.underWay(caller.tenant()));
    }
}
