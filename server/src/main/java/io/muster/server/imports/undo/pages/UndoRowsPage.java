package io.muster.server.imports.undo.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.undo.Undo;
import io.muster.server.imports.undo.UndoFilter;
import io.muster.server.platform.pages.Pager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of an undo, some of them or all.
///
/// @param filter null for all rows
public record UndoRowsPage(
        Import of, @Nullable UndoFilter filter, List<UndoLine> rows, List<Tab> tabs, Pager pager) {
    static final int LIMIT = 50;

    /// A filter with the number of its rows.
    public record Tab(String label, long count, String path, boolean current) {}

    /// @param found one more than fits, if there are more
    /// @param from the number at which the page begins
    static UndoRowsPage of(
            Import of, Undo undo, @Nullable UndoFilter filter, List<UndoLine> found, long from) {
        List<UndoLine> shown = found.subList(0, Math.min(found.size(), LIMIT));
        String next = found.size() > LIMIT ? path(of, filter, shown.getLast().row() + 1) : null;
        return new UndoRowsPage(
                of,
                filter,
                shown,
                tabs(of, undo, filter),
                new Pager(from > 1 ? path(of, filter, 1) : null, next));
    }

    public String importPath() {
        return "/imports/" + of.id();
    }

    public String download() {
        return importPath() + "/undo/rows.csv" + (filter == null ? "" : "?result=" + filter.text());
    }

    private static List<Tab> tabs(Import of, Undo undo, @Nullable UndoFilter filter) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(t("rows.all"), undo.counts().done(), path(of, null, 1), filter == null));
        for (UndoFilter one : UndoFilter.values()) {
            long count =
                    switch (one) {
                        case REVERTED -> undo.counts().reverted();
                        case KEPT -> undo.counts().kept();
                        case FAILED -> undo.counts().failed();
                    };
            tabs.add(new Tab(UndoKind.badge(one).word(), count, path(of, one, 1), filter == one));
        }
        return tabs;
    }

    private static String path(Import of, @Nullable UndoFilter filter, long from) {
        List<String> query = new ArrayList<>();
        if (filter != null) {
            query.add("result=" + filter.text());
        }
        if (from > 1) {
            query.add("from=" + from);
        }
        return "/imports/"
                + of.id()
                + "/undo/rows"
                + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
