package io.muster.server.imports.pages.review;

import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.Review;
import io.muster.server.imports.pages.FieldNames;
import java.util.List;
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
        Set<String> fields =
                review.issues().stream()
                        .map(IssueCount::field)
                        .filter(field -> field != null)
                        .collect(Collectors.toSet());
        return columns.stream().filter(column -> fields.contains(column.field())).toList();
    }
}
