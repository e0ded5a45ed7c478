package io.muster.server.imports;

import io.muster.engine.outcome.Code;
import org.jspecify.annotations.Nullable;

/// Which rows of an import are meant.
///
/// @param filter by what became of them; null for all
/// @param issue only those with such a remark; null for all
public record RowSelection(@Nullable RowFilter filter, @Nullable Issue issue) {

    public static final RowSelection ALL = new RowSelection(null, null);

    /// A reason at a field.
    ///
    /// @param field as in the API; null when the remark is about whole rows
    public record Issue(Code code, @Nullable String field) {}

    public static RowSelection of(@Nullable RowFilter filter) {
        return new RowSelection(filter, null);
    }
}
