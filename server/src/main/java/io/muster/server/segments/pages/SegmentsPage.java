package io.muster.server.segments.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.ContactChanges;
import io.muster.server.platform.pages.Pager;
import io.muster.server.segments.Segment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the list of segments shows.
///
/// @param changes what may change the counts at this moment
/// @param mayWrite whether the viewer may change segments
/// @param done what was just done, null for nothing
public record SegmentsPage(
        List<Line> lines,
        Pager pager,
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
            return t("contacts.count", segment.count());
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
                changes,
                mayWrite,
                done);
    }

    private static String address(String name) {
        return UriComponentsBuilder.fromPath("/segments")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(name.toLowerCase(Locale.ROOT))
                .toUriString();
    }
}
