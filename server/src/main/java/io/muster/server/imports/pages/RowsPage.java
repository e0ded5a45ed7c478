package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Sight;
import io.muster.server.imports.Import;
import io.muster.server.imports.RowFilter;
import io.muster.server.platform.pages.Pager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of an import, some of them or all.
///
/// @param filter null for all rows
/// @param sight what the viewer sees of people's values
public record RowsPage(
        Import of,
        @Nullable RowFilter filter,
        List<RowLine> rows,
        List<RowsTab> tabs,
        Pager pager,
        Sight sight) {
    static final int LIMIT = 50;

    /// @param found one more than fits, if there are more
    /// @param from the number at which the page begins
    static RowsPage of(
            Import of, @Nullable RowFilter filter, List<RowLine> found, long from, Sight sight) {
        List<RowLine> shown = found.subList(0, Math.min(found.size(), LIMIT));
        String older =
                found.size() > LIMIT ? address(of, filter).from(shown.getLast().row() + 1) : null;
        return new RowsPage(
                of,
                filter,
                shown,
                tabs(of, filter),
                new Pager(from > 1 ? address(of, filter).start() : null, older),
                sight);
    }

    public String title() {
        return filter == null ? t("rows.title") : t("rows.title." + filter.text());
    }

    public String importPath() {
        return "/imports/" + of.id();
    }

    public String download() {
        return address(of, filter).download();
    }

    private static List<RowsTab> tabs(Import of, @Nullable RowFilter filter) {
        var counts = of.counts();
        List<RowsTab> tabs = new ArrayList<>();
        tabs.add(
                new RowsTab(
                        t("rows.all"),
                        counts.processed(),
                        address(of, null).start(),
                        filter == null));
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (kind.filter() != null) {
                tabs.add(
                        new RowsTab(
                                kind.word(),
                                kind.in(counts, 0),
                                address(of, kind.filter()).start(),
                                filter == kind.filter()));
            }
        }
        tabs.add(
                new RowsTab(
                        t("rows.warnings"),
                        counts.warnings(),
                        address(of, RowFilter.WITH_WARNING).start(),
                        filter == RowFilter.WITH_WARNING));
        return tabs;
    }

    private static RowsAddress address(Import of, @Nullable RowFilter filter) {
        return new RowsAddress(
                "/imports/" + of.id() + "/rows", filter == null ? null : filter.text());
    }
}
