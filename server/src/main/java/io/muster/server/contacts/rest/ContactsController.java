package io.muster.server.contacts.rest;

import io.muster.engine.outcome.Code;
import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.contacts.ConsentRecord;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactLifecycle;
import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.Contacts;
import io.muster.server.contacts.Origin;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.Slice;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Contacts for programs.
@RestController("contactsApi")
@RequestMapping("/api/v1/contacts")
class ContactsController {
    private static final String LIST = "contacts";

    private static final String CONSENTS = "consents";

    private final Contacts contacts;
    private final ContactLists lists;
    private final ContactLifecycle lifecycle;

    /// A change of a consent as it is shown.
    ///
    /// @param consent `consent_email`, `consent_sms` or `consent_call`
    /// @param given false when it was withdrawn, null when it came to be unknown
    /// @param origin who or what changed it
    record ConsentView(String consent, @Nullable Boolean given, String origin, Instant recordedAt) {
        static ConsentView of(ConsentRecord record) {
            return new ConsentView(
                    record.consent(), record.given(), record.origin(), record.recordedAt());
        }
    }

    ContactsController(Contacts contacts, ContactLists lists, ContactLifecycle lifecycle) {
        this.contacts = contacts;
        this.lists = lists;
        this.lifecycle = lifecycle;
    }

    /// @param other the contact that goes
    record MergeRequest(@Nullable UUID other) {}

    /// Newest first. A page may hold fewer contacts than its limit, even none, and yet have a next:
    /// parts of names are looked for among so many contacts a page.
    @GetMapping
    Page<Contact> list(Caller caller, @RequestParam(defaultValue = "") String q, Paging paging) {
        var cursor = paging.cursor();
        Place place = cursor == null ? new Place.Newest() : new Place.OlderThan(cursor.id(LIST));
        var query = ContactQuery.of(lists.search(caller.tenant(), q, Sight.of(caller)));
        Slice slice =
                lists.list(caller.tenant(), query, place, paging.limit()).seen(Sight.of(caller));
        UUID older = slice.older();
        return new Page<>(
                slice.contacts(), older == null ? null : Cursor.of(LIST, older).toString());
    }

    @GetMapping("/{id}")
    Contact get(Caller caller, @PathVariable UUID id) {
        return contacts.get(caller.tenant(), id).seen(Sight.of(caller));
    }

    @PatchMapping("/{id}")
    Contact change(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody Map<String, @Nullable Object> changes) {
        return contacts.change(caller.tenant(), id, changes, Origin.of(caller))
                .seen(Sight.of(caller));
    }

    /// How the contact's consents came to be, the newest first.
    @GetMapping("/{id}/consents")
    Page<ConsentView> consents(Caller caller, @PathVariable UUID id, Paging paging) {
        var cursor = paging.cursor();
        Long before =
                cursor == null
                        ? null
                        : cursor.read(CONSENTS, 1, keys -> Long.valueOf(keys.getFirst()));
        List<ConsentRecord> fetched =
                contacts.consents(caller.tenant(), id, before, paging.fetch());
        return Page.of(fetched, paging, record -> Cursor.of(CONSENTS, record.id()))
                .map(ConsentView::of);
    }

    /// Merges another contact into this one, which keeps its values and gains what it lacks.
    @PostMapping("/{id}/merge")
    Contact merge(Caller caller, @PathVariable UUID id, @RequestBody MergeRequest request) {
        if (request.other() == null) {
            String message = "Name the other contact by its id.";
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/other", Code.MISSING_FIELD.name(), message)));
        }
        lifecycle.merge(caller.tenant(), id, request.other(), null, Origin.of(caller));
        return contacts.get(caller.tenant(), id).seen(Sight.of(caller));
    }

    /// It can be brought back.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        lifecycle.delete(caller.tenant(), id, Origin.of(caller));
    }

    /// Brings a deleted contact back as it was, unless somebody else has its keys by now.
    @PostMapping("/{id}/restore")
    Contact restore(Caller caller, @PathVariable UUID id) {
        lifecycle.restore(caller.tenant(), id, Origin.of(caller));
        return contacts.get(caller.tenant(), id);
    }

    /// Removes a person for good; no import brings them back.
    @PostMapping("/{id}/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Caller caller, @PathVariable UUID id) {
        lifecycle.erase(caller.tenant(), id);
    }
}
