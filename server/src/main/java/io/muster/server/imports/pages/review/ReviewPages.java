package io.muster.server.imports.pages.review;

import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Import;
import io.muster.server.imports.Imports;
import io.muster.server.imports.Review;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.Issues;
import io.muster.server.imports.pages.OutcomeBar;
import io.muster.server.imports.repair.RepairStep;
import io.muster.server.imports.repair.RepairWork;
import io.muster.server.imports.repair.pages.StepLines;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of a review together.
@Component
class ReviewPages {
    private final Imports imports;
    private final CustomFields fields;
    private final ReviewGrids grids;
    private final RepairWork work;

    ReviewPages(Imports imports, CustomFields fields, ReviewGrids grids, RepairWork work) {
        this.imports = imports;
        this.fields = fields;
        this.grids = grids;
        this.work = work;
    }

    /// The page that an address asks for.
    ReviewPage of(TenantId tenant, Import of, ReviewAddress address) {
        Review review = imports.findReview(tenant, of.id()).orElse(null);
        return page(
                tenant,
                of,
                address,
                review,
                names ->
                        review == null || review.total() == 0
                                ? null
                                : grids.of(tenant, of, review, address, names));
    }

    /// The page with one row only, as it is shown among others.
    ///
    /// @param columns indexes of those that are shown, in their order
    ReviewPage of(
            TenantId tenant, Import of, ReviewAddress address, long row, List<Integer> columns) {
        Review review = imports.findReview(tenant, of.id()).orElse(null);
        return page(
                tenant,
                of,
                address,
                review,
                names ->
                        review == null
                                ? null
                                : grids.one(tenant, of, review, address, names, row, columns));
    }

    private ReviewPage page(
            TenantId tenant,
            Import of,
            ReviewAddress address,
            @Nullable Review review,
            Function<FieldNames, @Nullable ReviewGrid> grid) {
        OutcomeBar bar = OutcomeBar.of(review == null ? RowCounts.NONE : review.counts(), 0);
        var names = new FieldNames(fields.all(tenant));
        StepLines steps =
                StepLines.of(
                        work.steps(tenant, of.id()).stream().filter(RepairStep::stands).toList(),
                        names);
        if (review == null || isLive(review)) {
            return new ReviewPage(
                    of, review, address, bar, List.of(), Issues.NONE, List.of(), steps, null);
        }
        return new ReviewPage(
                of,
                review,
                address,
                bar,
                TopicLine.of(review, address),
                Issues.of(review.issues(), review.total(), names, address),
                ColumnLine.of(review, of, names, address),
                steps,
                grid.apply(names));
    }

    private static boolean isLive(Review review) {
        return switch (review.state()) {
            case QUEUED, RUNNING -> true;
            case DONE, FAILED -> false;
        };
    }
}
