package io.muster.server.segments.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.access.Sight;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.builder.FilterLabelling;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.segments.Segment;
import io.muster.server.segments.SegmentCount.Counting;
import io.muster.server.segments.Segments;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Segments for people.
@Controller("segmentsPages")
@RequestMapping("/segments")
class SegmentsController {
    private final Segments segments;
    private final ContactLists lists;
    private final FilterLabelling labelling;
    private final ContactChanges changes;

    SegmentsController(
            Segments segments,
            ContactLists lists,
            FilterLabelling labelling,
            ContactChanges changes) {
        this.segments = segments;
        this.lists = lists;
        this.labelling = labelling;
        this.changes = changes;
    }

    /// @param counted whether somebody waits for the counts
    /// @param deleted whether one was just deleted
    @GetMapping
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String counted,
            @RequestParam(required = false) @Nullable String deleted) {
        var found =
                segments.list(
                        caller.tenant(),
                        after,
                        SegmentsPage.LIMIT + 1,
                        counted == null ? Counting.AT_HAND : Counting.ALL);
        return new ModelAndView(
                rendering.choose("segments/list", "segments/lines"),
                "page",
                SegmentsPage.of(
                        found,
                        after,
                        labelling.of(caller.tenant()),
                        changes.underWay(caller.tenant()),
                        caller.may(Scope.CONTACTS_WRITE),
                        deleted == null ? null : t("segment.deleted")));
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Caller caller,
            Rendering rendering,
            @PathVariable UUID id,
            @RequestParam(name = "newer_than", required = false) @Nullable UUID newerThan,
            @RequestParam(name = "older_than", required = false) @Nullable UUID olderThan) {
        Segment segment = segments.get(caller.tenant(), id, Counting.AT_HAND);
        var slice =
                lists.list(
                                caller.tenant(),
                                ContactQuery.of(segment.filter()),
                                Place.of(newerThan, olderThan),
                                SegmentPage.LIMIT)
                        .seen(Sight.of(caller));
        return new ModelAndView(
                rendering.choose("segments/show", "segments/contacts"),
                "page",
                SegmentPage.of(
                        segment,
                        labelling.of(caller.tenant()).line(segment.filter()),
                        slice,
                        changes.underWay(caller.tenant()),
                        caller.may(Scope.CONTACTS_WRITE)));
    }

    /// How many contacts it has at this moment, however long it takes to count them.
    @GetMapping("/{id}/count")
    ModelAndView count(Caller caller, @PathVariable UUID id) {
        Segment segment = segments.get(caller.tenant(), id, Counting.ALL);
        return new ModelAndView("segments/counted", "counted", CountView.words(segment.count()));
    }

    @PostMapping("/{id}/delete")
    String delete(Caller caller, @PathVariable UUID id) {
        segments.delete(caller.tenant(), id);
        return "redirect:/segments?deleted=1";
    }
}
