package io.muster.server.notifications.notices.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.notifications.notices.Notice;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Pager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the list of notices shows.
public record NoticesPage(List<Line> lines, Pager pager) {
    static final int LIMIT = 25;
    private static final String PATH = "/notices";

    /// One notice in the list.
    public record Line(Notice notice) {
        public Badge badge() {
            return new Badge(
                    notice.kind().tone(), t(notice.isUnread() ? "notices.new" : "notices.read"));
        }

        public String path() {
            return PATH + "/" + notice.id();
        }
    }

    /// @param found one more than fits, if there are more
    static NoticesPage of(List<Notice> found, @Nullable UUID before) {
        boolean more = found.size() > LIMIT;
        List<Notice> shown = more ? found.subList(0, LIMIT) : found;
        return new NoticesPage(
                shown.stream().map(Line::new).toList(),
                new Pager(
                        before == null ? null : PATH,
                        more ? PATH + "?before=" + shown.getLast().id() : null));
    }

    public boolean hasUnread() {
        return lines.stream().anyMatch(line -> line.notice().isUnread());
    }
}
