package io.muster.server.contacts.pages;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.Slice;
import io.muster.server.contacts.Tally;
import io.muster.server.platform.pages.Pager;
import io.muster.server.platform.pages.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the list of contacts shows.
///
/// @param q what was searched for, empty for all
/// @param changes what may change the contacts at this moment
public record ContactsPage(
        String q,
        List<Contact> contacts,
        Tally tally,
        Pager pager,
        List<ContactChanges.Change> changes) {
    static final int LIMIT = 50;

    static ContactsPage of(
            String q, Slice slice, Tally tally, List<ContactChanges.Change> changes) {
        var pager =
                new Pager(
                        address(q, "newer_than", slice.newer()),
                        address(q, "older_than", slice.older()));
        return new ContactsPage(q, slice.contacts(), tally, pager, changes);
    }

    public boolean isSearch() {
        return !q.isBlank();
    }

    public String count() {
        if (isSearch()) {
            return Texts.t(
                    tally.isExact() ? "contacts.found" : "contacts.found_more", tally.shown());
        }
        return Texts.t(tally.isExact() ? "contacts.count" : "contacts.count_more", tally.shown());
    }

    private static @Nullable String address(String q, String place, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath("/contacts").queryParam(place, id);
        return q.isBlank()
                ? address.toUriString()
                : address.queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
    }
}
