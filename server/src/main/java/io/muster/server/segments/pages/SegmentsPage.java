package io.muster.server.segments.pages;

import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.builder.FilterLabels;
import io.muster.server.platform.pages.Pager;
import io.muster.server.segments.Segment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the list of segments shows.
///
/// @param address of this very page with all of its counts made anew, null when they are new
/// @param changes what may change the counts at this moment
/// @param mayWrite whether the viewer may change segments
/// @param done what was just done, null for nothing
public record SegmentsPage(
        List<Line> lines,
        Pager pager,
        @Nullable String address,
        List<ContactChanges.Change> changes,
        boolean mayWrite,
        @Nullable String done) {
    static final int LIMIT = 50;

    /// One segment in the list.
    ///
    /// @param filter in words
    public record Line(Segment segment, String filter) {
        public String path() {
            return "/segments/" + segment.id();
        }

        public String counted() {
            return CountView.words(segment.count());
        }
    }

    /// @param found one more than fits, if there are more
    static SegmentsPage of(
            List<Segment> found,
            @Nullable String after,
            FilterLabels labels,
            List<ContactChanges.Change> changes,
            boolean mayWrite,
            @Nullable String done) {
        boolean more = found.size() > LIMIT;
        List<Segment> shown = more ? found.subList(0, LIMIT) : found;
        return new SegmentsPage(
                shown.stream()
                        .map(segment -> new Line(segment, labels.line(segment.filter())))
                        .toList(),
                new Pager(
                        after == null ? null : "/segments",
                        more ? address(shown.getLast().name()) : null),
                shown.stream().anyMatch(segment -> CountView.isOld(segment.count()))
                        ? counting(after)
                        : null,
                changes,
                mayWrite,
                done);
    }

    private static String counting(@Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/segments").queryParam("counted", "all");
        return after == null
                ? address.toUriString()
                : address.queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(after)
                        .toUriString();
    }

    private static String address(String name) {
        return UriComponentsBuilder.fromPath("/segments")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(name.toLowerCase(Locale.ROOT))
                .toUriString();
    }
}
