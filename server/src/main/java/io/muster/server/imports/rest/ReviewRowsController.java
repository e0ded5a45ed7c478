package io.muster.server.imports.rest;

import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.imports.Review;
import io.muster.server.imports.review.FilterWords;
import io.muster.server.imports.review.ReviewFilter;
import io.muster.server.imports.review.ReviewRows;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What each row of a reviewed file would do.
@RestController
class ReviewRowsController {
    private static final String LIST = "review-rows";

    private final Imports imports;
    private final ReviewRows rows;

    ReviewRowsController(Imports imports, ReviewRows rows) {
        this.imports = imports;
        this.rows = rows;
    }

    /// Rows to which all that is asked for applies, in file order.
    @GetMapping("/api/v1/imports/{id}/review/rows")
    Page<ReviewRowView> list(
            Caller caller,
            @PathVariable UUID id,
            Paging paging,
            @Parameter(
                            description =
                                    "What the rows would do: `created`, `updated`, `unchanged`, `skipped` or `none`")
                    @RequestParam(required = false)
                    @Nullable String action,
            @Parameter(description = "Rows with a remark of one of these codes")
                    @RequestParam(required = false)
                    @Nullable List<String> code,
            @Parameter(description = "Rows with a remark about this field")
                    @RequestParam(required = false)
                    @Nullable String field,
            @Parameter(
                            description =
                                    "Rows with a remark that `fails` or `skips` them, or that only `warns`")
                    @RequestParam(required = false)
                    @Nullable String severity,
            @Parameter(description = "Rows that would remove the stored value of this field")
                    @RequestParam(required = false)
                    @Nullable String clears,
            @Parameter(description = "Only rows with a remark")
                    @RequestParam(defaultValue = "false")
                    boolean problems,
            @Parameter(description = "The first row number wanted")
                    @RequestParam(name = "from_row", defaultValue = "1")
                    long fromRow) {
        Import of = imports.get(caller.tenant(), id);
        if (of.status() != ImportStatus.UPLOADED) {
            throw ApiProblem.conflict(
                    "The import was started or given up. What became of its rows is at /imports/{id}/rows.");
        }
        Review review = imports.review(caller.tenant(), id);
        ReviewFilter filter =
                FilterWords.read(
                        action,
                        code,
                        field,
                        severity,
                        clears,
                        problems,
                        wrong -> {
                            throw ApiProblem.invalid(
                                    wrong.parameter(), "INVALID_FILTER", wrong.message());
                        });
        long from =
                paging.cursor() == null
                        ? fromRow
                        : 1 + paging.cursor().read(LIST, 1, keys -> Long.valueOf(keys.getFirst()));
        List<ReviewRows.Line> found =
                rows.list(caller.tenant(), of, review, filter, from, paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(LIST, last.row().row()))
                .map(line -> ReviewRowView.of(line, of));
    }
}
