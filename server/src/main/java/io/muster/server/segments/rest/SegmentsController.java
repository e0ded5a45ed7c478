package io.muster.server.segments.rest;

import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.Slice;
import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import io.muster.server.segments.Segment;
import io.muster.server.segments.SegmentCount;
import io.muster.server.segments.SegmentCount.Counting;
import io.muster.server.segments.Segments;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Segments for programs.
@RestController("segmentsApi")
@RequestMapping("/api/v1/segments")
class SegmentsController {
    private static final String LIST = "segments";
    private static final String CONTACTS = "segment-contacts";

    private final Segments segments;
    private final FilteredContacts contacts;
    private final ContactLists lists;

    SegmentsController(Segments segments, FilteredContacts contacts, ContactLists lists) {
        this.segments = segments;
        this.contacts = contacts;
        this.lists = lists;
    }

    /// A segment as it is sent.
    ///
    /// @param name unique, 1 to 200 characters
    record SegmentRequest(@Nullable String name, @Nullable FilterNode filter) {}

    /// A filter that need not be kept.
    record FilterRequest(@Nullable FilterNode filter) {}

    /// How many contacts a filter means.
    record Counted(long count) {}

    /// A segment as it is shown.
    ///
    /// @param filter with its values as contacts hold them
    /// @param count how many contacts it has at this moment
    record SegmentView(
            UUID id,
            String name,
            FilterNode filter,
            long count,
            String createdBy,
            Instant createdAt,
            Instant updatedAt) {

        static SegmentView of(Segment segment) {
            if (!(segment.count() instanceof SegmentCount.Now(long contacts))) {
                throw new IllegalArgumentException("Not counted");
            }
            return new SegmentView(
                    segment.id(),
                    segment.name(),
                    segment.filter().node(),
                    contacts,
                    segment.createdBy(),
                    segment.createdAt(),
                    segment.updatedAt());
        }
    }

    /// By name.
    @GetMapping
    Page<SegmentView> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        String after = cursor == null ? null : cursor.read(LIST, 1, List::getFirst);
        List<Segment> found = segments.list(caller.tenant(), after, paging.fetch(), Counting.ALL);
        return Page.of(found, paging, last -> Cursor.of(LIST, last.name().toLowerCase(Locale.ROOT)))
                .map(SegmentView::of);
    }

    @GetMapping("/{id}")
    SegmentView get(Caller caller, @PathVariable UUID id) {
        return view(caller, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SegmentView create(Caller caller, @RequestBody SegmentRequest request) {
        return view(caller, segments.create(caller, request.name(), request.filter()));
    }

    /// Replaces all of it.
    @PutMapping("/{id}")
    SegmentView replace(Caller caller, @PathVariable UUID id, @RequestBody SegmentRequest request) {
        segments.change(
                caller.tenant(),
                id,
                Objects.requireNonNullElse(request.name(), ""),
                Objects.requireNonNullElse(
                        request.filter(), new FilterNode(null, null, null, null, null)));
        return view(caller, id);
    }

    /// Replaces what is sent.
    @PatchMapping("/{id}")
    SegmentView change(Caller caller, @PathVariable UUID id, @RequestBody SegmentRequest request) {
        segments.change(caller.tenant(), id, request.name(), request.filter());
        return view(caller, id);
    }

    private SegmentView view(Caller caller, UUID id) {
        return SegmentView.of(segments.get(caller.tenant(), id, Counting.ALL));
    }

    /// Its contacts stay as they are.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        segments.delete(caller.tenant(), id);
    }

    /// The contacts that it has at this moment, newest first. A page may hold fewer than its limit,
    /// even none, and yet have a next: its filter is held against so many contacts a page.
    @GetMapping("/{id}/contacts")
    Page<Contact> contacts(Caller caller, @PathVariable UUID id, Paging paging) {
        Segment segment = segments.get(caller.tenant(), id, Counting.AT_HAND);
        var cursor = paging.cursor();
        Place place =
                cursor == null ? new Place.Newest() : new Place.OlderThan(cursor.id(CONTACTS));
        var query = ContactQuery.of(segment.filter());
        Slice slice =
                lists.list(caller.tenant(), query, place, paging.limit()).seen(Sight.of(caller));
        UUID older = slice.older();
        return new Page<>(
                slice.contacts(), older == null ? null : Cursor.of(CONTACTS, older).toString());
    }

    /// Counts what a filter means, and keeps nothing.
    @PostMapping("/count")
    Counted count(Caller caller, @RequestBody FilterRequest request) {
        FilterNode node =
                Objects.requireNonNullElse(
                        request.filter(), new FilterNode(null, null, null, null, null));
        var filter = contacts.read(caller.tenant(), node, "/filter");
        return new Counted(contacts.count(caller.tenant(), List.of(filter)).getFirst());
    }
}
