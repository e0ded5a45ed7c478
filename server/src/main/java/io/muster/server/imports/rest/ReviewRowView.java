package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.review.FieldChange;
import io.muster.server.imports.review.ReviewRows;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a review as the API shows it.
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ReviewRow")
record ReviewRowView(
        long row,
        @Schema(
                        description =
                                "`created`, `updated`, `unchanged`, `skipped` or, for a row that would fail, `none`")
                String action,
        @Schema(
                        description =
                                "The key that found the contact; told for rows with a remark or a change")
                @Nullable String matchedOn,
        @Schema(
                        description =
                                "The stored contact; null for one that the file itself would make, and for rows without remark or change")
                @Nullable UUID contactId,
        List<Info> info,
        @Schema(description = "What an update would change, by field")
                Map<String, FieldChange> changes,
        @Schema(description = "The raw cells by header") Map<String, String> payload) {

    static ReviewRowView of(ReviewRows.Line line, Import of) {
        Map<String, String> payload = new LinkedHashMap<>();
        for (ImportColumn column : of.columns()) {
            payload.put(
                    column.name(),
                    column.index() < line.cells().size() ? line.cells().get(column.index()) : "");
        }
        return new ReviewRowView(
                line.row().row(),
                line.row().action().name().toLowerCase(Locale.ROOT),
                line.row().matchedOn(),
                line.row().contactId(),
                line.row().info(),
                line.row().changes(),
                payload);
    }
}
