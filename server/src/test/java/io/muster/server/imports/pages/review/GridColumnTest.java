package io.muster.server.imports.pages.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.Review;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.review.FieldChange;
import io.muster.server.imports.review.ReviewRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the rows of a review tell stands in the first columns.
class GridColumnTest {
    private static final List<GridColumn> COLUMNS =
            List.of(
                    column(0, "full_name"),
                    column(1, "phone"),
                    column(2, "city"),
                    column(3, "company"),
                    column(4, "cf:plan"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''    | ''              | full_name phone city company cf:plan",
                "city  | ''              | city full_name phone company cf:plan",
                "''    | company         | company full_name phone city cf:plan",
                "''    | last_name       | full_name phone city company cf:plan",
                "phone | last_name       | full_name phone city company cf:plan",
                "city  | cf:plan company | city company cf:plan full_name phone",
                "email | do_not_contact  | full_name phone city company cf:plan"
            })
    void problemsAndChangesComeFirst(String problems, String changes, String order) {
        List<IssueCount> issues =
                words(problems).stream()
                        .map(field ->
                                new IssueCount(
                                        Code.INVALID_PHONE,
                                        field,
                                        1,
                                        List.of(),
                                        List.of(),
                                        Map.of()))
                        .toList();
        var review =
                new Review(
                        Review.State.DONE,
                        2,
                        RowCounts.NONE,
                        issues,
                        List.of(),
                        Map.of(),
                        0,
                        null,
                        null);
        var rows = List.of(row(1, List.of()), row(2, words(changes)));

        assertThat(GridColumn.tellingFirst(COLUMNS, review, rows))
                .extracting(GridColumn::field)
                .isEqualTo(words(order));
    }

    private static ReviewRow row(long number, List<String> changed) {
        Map<String, FieldChange> changes =
                changed.stream()
                        .collect(
                                Collectors.toMap(
                                        field -> field, field -> new FieldChange("old", "new")));
        return new ReviewRow(number, Action.UPDATED, null, null, List.of(), changes);
    }

    private static GridColumn column(int index, String field) {
        return new GridColumn(index, "Column " + index, field, field);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
