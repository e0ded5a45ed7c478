package io.muster.server.imports.pages.review;

import io.muster.engine.field.StandardField;
import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.Review;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.review.ReviewRow;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A column of the grid.
///
/// @param index in the file
/// @param field where it goes, as in the API
/// @param label the field as people call it
public record GridColumn(int index, String header, String field, String label) {

    /// The imported columns, in file order.
    static List<GridColumn> all(Review review, Import of, FieldNames names) {
        return review.columns().stream()
                .map(count ->
                        new GridColumn(
                                count.index(),
                                ColumnLine.header(of, count.index()),
                                count.field(),
                                names.of(count.field())))
                .toList();
    }

    /// Those about which anything is remarked.
    static List<GridColumn> withProblems(List<GridColumn> columns, Review review) {
        Set<String> fields = remarked(review);
        return columns.stream().filter(column -> fields.contains(column.field())).toList();
    }

    /// Before all others, those about which anything is remarked, and those that the rows shown
    /// would change.
    static List<GridColumn> tellingFirst(
            List<GridColumn> columns, Review review, List<ReviewRow> rows) {
        Set<String> fields = remarked(review);
        rows.forEach(row -> fields.addAll(row.changes().keySet()));
        return columns.stream()
                .sorted(Comparator.comparing(column -> !column.isAbout(fields)))
                .toList();
    }

    /// The fields of a contact that the column fills.
    List<String> filled() {
        return field.equals(StandardField.FULL_NAME.key())
                ? List.of(StandardField.FIRST_NAME.key(), StandardField.LAST_NAME.key())
                : List.of(field);
    }

    private boolean isAbout(Set<String> fields) {
        return fields.contains(field) || filled().stream().anyMatch(fields::contains);
    }

    private static Set<String> remarked(Review review) {
        return review.issues().stream()
                .map(IssueCount::field)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
