package io.muster.server.imports;

import io.muster.engine.field.FieldType;
import io.muster.engine.file.Column;
import io.muster.engine.mapping.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of the uploaded file, with the field that it probably belongs to.
public record ImportColumn(
        int index, String name, List<String> samples, double fillRate, Suggested suggestion) {

    /// @param target as the API writes it; `skip` when nothing fits
    /// @param confidence 0 to 1
    /// @param reason in words for a person
    /// @param type of a new field for the column, if one is wanted; null for columns looked at
    ///   before types were inferred
    public record Suggested(
            String target, double confidence, String reason, @Nullable String type) {}

    /// @param type that a new field for the column would have
    public static ImportColumn of(Column column, Suggestion suggestion, FieldType type) {
        return new ImportColumn(
                column.index(),
                column.name(),
                column.samples(),
                column.fillRate(),
                new Suggested(
                        suggestion.target().text(),
                        suggestion.confidence(),
                        suggestion.reason(),
                        type.text()));
    }

    public Column column() {
        return new Column(index, name, samples, fillRate);
    }
}
