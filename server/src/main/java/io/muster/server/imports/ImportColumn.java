package io.muster.server.imports;

import io.muster.engine.file.Column;
import io.muster.engine.mapping.Suggestion;
import java.util.List;

/// A column of the uploaded file, with the field that it probably belongs to.
public record ImportColumn(
        int index, String name, List<String> samples, double fillRate, Suggested suggestion) {

    /// @param target as the API writes it; `skip` when nothing fits
    /// @param confidence 0 to 1
    /// @param reason in words for a person
    public record Suggested(String target, double confidence, String reason) {}

    public static ImportColumn of(Column column, Suggestion suggestion) {
        return new ImportColumn(
                column.index(),
                column.name(),
                column.samples(),
                column.fillRate(),
                new Suggested(
                        suggestion.target().text(), suggestion.confidence(), suggestion.reason()));
    }

    public Column column() {
        return new Column(index, name, samples, fillRate);
    }
}
