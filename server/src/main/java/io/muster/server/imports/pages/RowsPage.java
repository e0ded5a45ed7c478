package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.RowFilter;
import io.muster.server.platform.pages.Pager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of an import, some of them or all.
///
/// @param filter null for all rows
public record RowsPage(
        Import of, @Nullable RowFilter filter, List<RowLine> rows, List<Tab> tabs, Pager pager) {
    static final int LIMIT = 50;

    /// A filter with the number of its rows.
    public record Tab(String label, long count, String path, boolean current) {}

    /// @param found one more than fits, if there are more
    /// @param from the number at which the page begins
    static RowsPage of(Import of, @Nullable RowFilter filter, List<RowLine> found, long from) {
        List<RowLine> shown = found.subList(0, Math.min(found.size(), LIMIT));
        String older = found.size() > LIMIT ? path(of, filter, shown.getLast().row() + 1) : null;
        return new RowsPage(
                of,
                filter,
                shown,
                tabs(of, filter),
                new Pager(from > 1 ? path(of, filter, 1) : null, older));
    }

    public String title() {
        return filter == null ? t("rows.title") : t("rows.title." + filter.text());
    }

    public String importPath() {
        return "/imports/" + of.id();
    }

    public String download() {
        return importPath() + "/rows.csv" + (filter == null ? "" : "?result=" + filter.text());
    }

    private static List<Tab> tabs(Import of, @Nullable RowFilter filter) {
        var counts = of.counts();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(t("rows.all"), counts.processed(), path(of, null, 1), filter == null));
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (kind.filter() != null) {
                tabs.add(
                        new Tab(
                                kind.word(),
                                kind.in(counts, 0),
                                path(of, kind.filter(), 1),
                                filter == kind.filter()));
            }
        }
        tabs.add(
                new Tab(
                        t("rows.warnings"),
                        counts.warnings(),
                        path(of, RowFilter.WITH_WARNING, 1),
                        filter == RowFilter.WITH_WARNING));
        return tabs;
    }

    private static String path(Import of, @Nullable RowFilter filter, long from) {
        List<String> query = new ArrayList<>();
        if (filter != null) {
            query.add("result=" + filter.text());
        }
        if (from > 1) {
            query.add("from=" + from);
        }
        return "/imports/"
                + of.id()
                + "/rows"
                + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
