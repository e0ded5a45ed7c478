package io.muster.server.contacts.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.access.Sight;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.ContactHistory;
import io.muster.server.contacts.ContactLifecycle;
import io.muster.server.contacts.Contacts;
import io.muster.server.contacts.Place;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Contacts for people.
@Controller
@RequestMapping("/contacts")
class ContactsController {
    private final Contacts contacts;
    private final CustomFields customFields;
    private final Members members;
    private final Teams teams;
    private final ContactHistory history;
    private final ContactLifecycle lifecycle;
    private final ContactChanges changes;

    ContactsController(
            Contacts contacts,
            CustomFields customFields,
            Members members,
            Teams teams,
            ContactHistory history,
            ContactLifecycle lifecycle,
            ContactChanges changes) {
        this.contacts = contacts;
        this.customFields = customFields;
        this.members = members;
        this.teams = teams;
        this.history = history;
        this.lifecycle = lifecycle;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "newer_than", required = false) @Nullable UUID newerThan,
            @RequestParam(name = "older_than", required = false) @Nullable UUID olderThan) {
        var search = contacts.search(caller.tenant(), q, Sight.of(caller));
        var slice =
                contacts.list(
                                caller.tenant(),
                                search,
                                Place.of(newerThan, olderThan),
                                ContactsPage.LIMIT)
                        .seen(Sight.of(caller));
        var tally = contacts.count(caller.tenant(), search);
        return new ModelAndView(
                rendering.choose("contacts/list", "contacts/results"),
                "page",
                ContactsPage.of(q, slice, tally, changes.underWay(caller.tenant())));
    }

    /// What changes contacts at this moment; a banner on any page asks for it until nothing does.
    @GetMapping("/changing")
    ModelAndView changing(Caller caller) {
        return new ModelAndView("contacts/changing", "changes", changes.underWay(caller.tenant()));
    }

    @GetMapping("/{id}")
    ModelAndView show(Caller caller, @PathVariable UUID id) {
        Contact contact = contacts.get(caller.tenant(), id);
        if (!contact.id().equals(id)) {
            // Merged: links to it go on working.
            return new ModelAndView("redirect:/contacts/" + contact.id());
        }
        var page =
                ContactPage.of(
                        contact.seen(Sight.of(caller)),
                        customFields.all(caller.tenant()),
                        ownerName(caller.tenant(), contact.owner()),
                        teamName(caller.tenant(), contact.team()),
                        ConsentLine.of(
                                contact,
                                contacts.consents(caller.tenant(), id, null, ContactPage.EVENTS)),
                        history.of(
                                caller.tenant(),
                                lifecycle.allIds(caller.tenant(), id),
                                ContactPage.EVENTS));
        return new ModelAndView("contacts/show", "page", page);
    }

    /// Someone who has left keeps only an id.
    private String ownerName(TenantId tenant, @Nullable String owner) {
        return owner == null
                ? ""
                : members.find(tenant, UUID.fromString(owner))
                        .map(MemberCaller::displayName)
                        .orElse(owner);
    }

    private String teamName(TenantId tenant, @Nullable String team) {
        return team == null ? "" : teams.name(tenant, UUID.fromString(team)).orElse(team);
    }
}
