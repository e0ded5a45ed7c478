package io.muster.server.imports.pages.review;

import static io.muster.server.platform.pages.Texts.number;
import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.Review;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.Issues;
import io.muster.server.imports.pages.OutcomeKind;
import io.muster.server.imports.review.ReviewFilter;
import io.muster.server.platform.pages.Pager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A page of the reviewed rows.
///
/// @param columns those that are shown
/// @param hidden how many are not
/// @param problemBefore where the page is that begins with the last problem before this one; null
///   for none
/// @param problemBehind where the page is that begins with the next problem; null for none
public record ReviewGrid(
        Review review,
        ReviewAddress address,
        FieldNames names,
        List<GridColumn> columns,
        int hidden,
        List<GridRow> rows,
        Pager pager,
        @Nullable String problemBefore,
        @Nullable String problemBehind) {
    static final int LIMIT = 100;

    /// A filter with the number of its rows.
    public record Tab(String label, long count, String path, boolean current) {}

    public List<Tab> tabs() {
        var counts = review.counts();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(t("rows.all"), counts.processed(), ReviewFilter.ALL));
        tabs.add(
                tab(
                        t("review.remarked"),
                        counts.failed() + counts.skipped() + counts.warnings(),
                        ReviewFilter.PROBLEMS));
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (kind.filter() != null) {
                Action action = Action.valueOf(kind.action().toUpperCase(Locale.ROOT));
                tabs.add(
                        tab(
                                kind.word(),
                                kind.in(counts, 0),
                                new ReviewFilter(action, null, Set.of(), null, false, null)));
            }
        }
        return tabs;
    }

    private Tab tab(String label, long count, ReviewFilter filter) {
        return new Tab(label, count, address.with(filter).path(), address.filter().equals(filter));
    }

    /// What the rows are narrowed down to by more than a tab, in words; empty for nothing.
    public List<String> chosen() {
        ReviewFilter filter = address.filter();
        List<String> words = new ArrayList<>();
        for (Code code : filter.codes()) {
            words.add(Issues.words(code));
        }
        if (filter.field() != null) {
            words.add(names.of(filter.field()));
        }
        if (filter.effect() != null) {
            words.add(t("severity." + filter.effect().name().toLowerCase(Locale.ROOT)));
        }
        if (filter.clears() != null) {
            words.add(t("review.clears", names.of(filter.clears())));
        }
        return words;
    }

    public String title() {
        return rows.isEmpty()
                ? t("review.rows.none")
                : t("review.rows", number(rows.getFirst().row()), number(rows.getLast().row()));
    }

    /// All rows, with the columns as they are.
    public String everything() {
        return address.with(ReviewFilter.ALL).path();
    }

    /// The same rows with other columns.
    public String otherColumns() {
        return address.with(
                        address.columns() == ColumnChoice.ALL
                                ? ColumnChoice.PROBLEMS
                                : ColumnChoice.ALL)
                .path();
    }

    /// The columns in their order, for whoever shows a row of the same kind.
    public String shown() {
        return columns.stream()
                .map(column -> String.valueOf(column.index()))
                .collect(Collectors.joining(","));
    }

    public boolean showsAllColumns() {
        return address.columns() == ColumnChoice.ALL;
    }
}
