package io.muster.server.imports.repair.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.ImportRow;
import io.muster.server.imports.repair.RowDetails.Detail;
import io.muster.server.imports.repair.RowDetails.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of an import.
///
/// @param current its latest outcome; null before the import has taken it up
/// @param attempts every outcome it had, the latest last
/// @param values what its cells are read as
/// @param now what it would be if the import took it up now; null when nothing can be changed
@JsonInclude(JsonInclude.Include.ALWAYS)
record RowDetailView(
        @Nullable ImportRow current,
        List<ImportRow> attempts,
        List<Reading> values,
        @Nullable RowNowView now) {

    static RowDetailView of(Detail detail) {
        return new RowDetailView(
                detail.attempts().isEmpty() ? null : detail.attempts().getLast(),
                detail.attempts(),
                detail.readings(),
                detail.now() == null ? null : RowNowView.of(detail.of(), detail.now()));
    }
}
