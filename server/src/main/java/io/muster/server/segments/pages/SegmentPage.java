package io.muster.server.segments.pages;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.Slice;
import io.muster.server.platform.pages.Pager;
import io.muster.server.segments.Segment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page of one segment shows.
///
/// @param filter in words
/// @param contacts some of those that it has
/// @param changes what may change who belongs to it at this moment
/// @param mayWrite whether the viewer may change it
public record SegmentPage(
        Segment segment,
        String filter,
        List<Contact> contacts,
        Pager pager,
        List<ContactChanges.Change> changes,
        boolean mayWrite) {
    static final int LIMIT = 50;

    static SegmentPage of(
            Segment segment,
            String filter,
            Slice slice,
            List<ContactChanges.Change> changes,
            boolean mayWrite) {
        return new SegmentPage(
                segment,
                filter,
                slice.contacts(),
                new Pager(
                        address(segment, "newer_than", slice.newer()),
                        address(segment, "older_than", slice.older())),
                changes,
                mayWrite);
    }

    public String path() {
        return "/segments/" + segment.id();
    }

    public String counted() {
        return CountView.words(segment.count());
    }

    /// Where the count is made, null when it is new.
    public @Nullable String counting() {
        return CountView.isOld(segment.count()) ? path() + "/count" : null;
    }

    /// Whether nobody was found so far, although there are more contacts to look through.
    public boolean isToBeContinued() {
        return contacts.isEmpty() && pager.older() != null;
    }

    private static @Nullable String address(Segment segment, String place, @Nullable UUID id) {
        return id == null ? null : "/segments/" + segment.id() + "?" + place + "=" + id;
    }
}
