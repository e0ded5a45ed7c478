package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list of imports shows.
///
/// @param plot of the latest imports; null where it does not belong
/// @param address of this very part of the list, to ask for it again
/// @param mayImport whether the viewer may start imports
public record ImportsPage(
        StatusFilter filter,
        @Nullable HistoryPlot plot,
        List<Line> lines,
        Pager pager,
        String address,
        boolean mayImport) {
    static final int LIMIT = 25;

    /// One import in the list.
    public record Line(Import of) {
        public Badge badge() {
            return StatusBadge.of(of.status());
        }

        public String path() {
            return "/imports/" + of.id();
        }

        /// How the rows ended so far, the outcomes without rows left out.
        public List<OutcomeBar.Part> result() {
            return OutcomeBar.of(of.counts(), of.unprocessed()).present();
        }

        public String source() {
            return t("import.source." + of.source());
        }
    }

    /// @param found one more than fits, if there are more
    static ImportsPage of(
            StatusFilter filter,
            List<Import> found,
            @Nullable Long before,
            @Nullable HistoryPlot plot,
            boolean mayImport) {
        List<Import> shown = found.subList(0, Math.min(found.size(), LIMIT));
        String older = found.size() > LIMIT ? address(filter, shown.getLast().number()) : null;
        return new ImportsPage(
                filter,
                plot,
                shown.stream().map(Line::new).toList(),
                new Pager(before == null ? null : filter.path(), older),
                before == null ? filter.path() : address(filter, before),
                mayImport);
    }

    /// Whether anything on the page still changes by itself.
    public boolean isLive() {
        return lines.stream().anyMatch(line -> line.of().status().isActive());
    }

    private static String address(StatusFilter filter, long before) {
        String path = filter.path();
        return path + (path.contains("?") ? "&" : "?") + "before=" + before;
    }
}
