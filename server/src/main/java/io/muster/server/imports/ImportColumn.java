package io.muster.server.imports;

import io.muster.engine.field.FieldType;
import io.muster.engine.file.Column;
import io.muster.engine.mapping.Suggestion;
import io.muster.engine.mapping.Target;
import io.muster.server.access.Sight;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of the uploaded file, with the field that it probably belongs to.
public record ImportColumn(
        int index, String name, List<String> samples, double fillRate, Suggested suggestion) {

    /// @param target as the API writes it; `skip` when nothing fits
    /// @param confidence 0 to 1
    /// @param reason in words for a person
    /// @param type of a new field for the column, if one is wanted; null for columns looked at
    ///   before types were inferred
    /// @param settings all that an earlier mapping says about the column; null when none knows it
    public record Suggested(
            String target,
            double confidence,
            String reason,
            @Nullable String type,
            @Nullable ColumnSettings settings) {

        /// The same reason for an earlier choice, which leaves no doubt.
        Suggested earlier(ColumnSettings chosen, String why) {
            String field = chosen.target() == null ? target : chosen.target();
            return new Suggested(field, 1, why, type, chosen);
        }

        Suggested none() {
            return new Suggested(Target.SKIP.text(), 0, "", type, null);
        }
    }

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
                        type.text(),
                        null));
    }

    /// As somebody sees it.
    public ImportColumn seen(Sight sight) {
        return new ImportColumn(index, name, sight.texts(samples), fillRate, suggestion);
    }

    ImportColumn with(Suggested other) {
        return new ImportColumn(index, name, samples, fillRate, other);
    }

    /// The column as suggested; empty when it is left out.
    Optional<ColumnSettings> suggested() {
        if (suggestion.target().equals(Target.SKIP.text())) {
            return Optional.empty();
        }
        return Optional.of(
                suggestion.settings() == null
                        ? new ColumnSettings(index, suggestion.target())
                        : suggestion.settings().at(index, null));
    }

    public Column column() {
        return new Column(index, name, samples, fillRate);
    }
}
