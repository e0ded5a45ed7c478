package io.muster.server.imports.pages.review;

import io.muster.server.imports.Import;
import io.muster.server.imports.Review;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.review.ReviewFilter;
import io.muster.server.imports.review.ReviewRows;
import io.muster.server.platform.pages.Pager;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fetches the rows that an address asks for, and the ways from there.
@Component
class ReviewGrids {
    private final ReviewRows rows;

    ReviewGrids(ReviewRows rows) {
        this.rows = rows;
    }

    ReviewGrid of(
            TenantId tenant, Import of, Review review, ReviewAddress address, FieldNames names) {
        List<GridColumn> all = GridColumn.all(review, of, names);
        List<GridColumn> wanted =
                switch (address.columns()) {
                    case ALL -> all;
                    case PROBLEMS -> GridColumn.withProblems(all, review);
                };
        List<ReviewRows.Line> found =
                rows.list(
                        tenant, of, review, address.filter(), address.from(), ReviewGrid.LIMIT + 1);
        List<ReviewRows.Line> page = found.subList(0, Math.min(found.size(), ReviewGrid.LIMIT));
        List<GridColumn> shown =
                GridColumn.tellingFirst(
                        wanted, review, page.stream().map(ReviewRows.Line::row).toList());
        OptionalLong before =
                address.from() <= 1
                        ? OptionalLong.empty()
                        : rows.back(
                                tenant,
                                of,
                                review,
                                address.filter(),
                                address.from(),
                                ReviewGrid.LIMIT);
        String next =
                found.size() > page.size()
                        ? address.at(page.getLast().row().row() + 1).path()
                        : null;
        return new ReviewGrid(
                review,
                address,
                names,
                shown,
                all.size() - shown.size(),
                page.stream().map(line -> GridRow.of(line, shown, names)).toList(),
                new Pager(path(address, before), next),
                problem(
                        address,
                        rows.back(
                                tenant,
                                of,
                                review,
                                ReviewFilter.PROBLEMS,
                                first(address, page),
                                1)),
                problem(
                        address,
                        rows.next(
                                tenant,
                                of,
                                review,
                                ReviewFilter.PROBLEMS,
                                first(address, page) + 1)));
    }

    /// One row as it is shown among others.
    ///
    /// @param columns indexes of those that are shown, in their order
    ReviewGrid one(
            TenantId tenant,
            Import of,
            Review review,
            ReviewAddress address,
            FieldNames names,
            long row,
            List<Integer> columns) {
        List<GridColumn> all = GridColumn.all(review, of, names);
        List<GridColumn> shown =
                columns.stream()
                        .flatMap(index -> all.stream().filter(column -> column.index() == index))
                        .toList();
        return new ReviewGrid(
                review,
                address,
                names,
                shown,
                all.size() - shown.size(),
                rows.list(tenant, of, review, ReviewFilter.ALL, row, 1).stream()
                        .map(line -> GridRow.of(line, shown, names))
                        .toList(),
                new Pager(null, null),
                null,
                null);
    }

    private static long first(ReviewAddress address, List<ReviewRows.Line> page) {
        return page.isEmpty() ? address.from() : page.getFirst().row().row();
    }

    private static @Nullable String path(ReviewAddress address, OptionalLong row) {
        return row.isEmpty() ? null : address.at(row.getAsLong()).path();
    }

    /// A problem is shown among its neighbours.
    private static @Nullable String problem(ReviewAddress address, OptionalLong row) {
        return row.isEmpty() ? null : address.row(row.getAsLong());
    }
}
