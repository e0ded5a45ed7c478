package io.muster.server.imports.undo.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.pages.RowsAddress;
import io.muster.server.imports.pages.RowsTab;
import io.muster.server.imports.undo.Undo;
import io.muster.server.imports.undo.UndoResult;
import io.muster.server.platform.pages.Pager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of an undo, some of them or all.
///
/// @param filter null for all rows
public record UndoRowsPage(
        Import of,
        @Nullable UndoResult filter,
        List<UndoLine> rows,
        List<RowsTab> tabs,
        Pager pager) {
    static final int LIMIT = 50;

    /// @param found one more than fits, if there are more
    /// @param from the number at which the page begins
    static UndoRowsPage of(
            Import of, Undo undo, @Nullable UndoResult filter, List<UndoLine> found, long from) {
        List<UndoLine> shown = found.subList(0, Math.min(found.size(), LIMIT));
        String next =
                found.size() > LIMIT ? address(of, filter).from(shown.getLast().row() + 1) : null;
        return new UndoRowsPage(
                of,
                filter,
                shown,
                tabs(of, undo, filter),
                new Pager(from > 1 ? address(of, filter).start() : null, next));
    }

    public String importPath() {
        return "/imports/" + of.id();
    }

    public String download() {
        return address(of, filter).download();
    }

    private static List<RowsTab> tabs(Import of, Undo undo, @Nullable UndoResult filter) {
        List<RowsTab> tabs = new ArrayList<>();
        tabs.add(
                new RowsTab(
                        t("rows.all"),
                        undo.counts().done(),
                        address(of, null).start(),
                        filter == null));
        for (UndoResult one : UndoResult.values()) {
            long count =
                    switch (one) {
                        case REVERTED -> undo.counts().reverted();
                        case KEPT -> undo.counts().kept();
                        case FAILED -> undo.counts().failed();
                    };
            tabs.add(
                    new RowsTab(
                            UndoKind.badge(one).word(),
                            count,
                            address(of, one).start(),
                            filter == one));
        }
        return tabs;
    }

    private static RowsAddress address(Import of, @Nullable UndoResult filter) {
        return new RowsAddress(
                "/imports/" + of.id() + "/undo/rows", filter == null ? null : filter.text());
    }
}
