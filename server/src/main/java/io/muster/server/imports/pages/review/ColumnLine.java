package io.muster.server.imports.pages.review;

import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.Review;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.review.ColumnCount;
import java.util.List;

/// How an imported column would be read.
///
/// @param header in the file
/// @param field as people call it
/// @param problems where the rows are that have a remark about the field
/// @param clears where the rows are that would remove its stored value
public record ColumnLine(
        String header, String field, ColumnCount count, String problems, String clears) {

    static List<ColumnLine> of(Review review, Import of, FieldNames names, ReviewAddress address) {
        return review.columns().stream()
                .map(count ->
                        new ColumnLine(
                                header(of, count.index()),
                                names.of(count.field()),
                                count,
                                address.field(count.field()),
                                address.clears(count.field())))
                .toList();
    }

    static String header(Import of, int index) {
        return of.columns().stream()
                .filter(column -> column.index() == index)
                .map(ImportColumn::name)
                .findFirst()
                .orElse("");
    }
}
