package io.muster.server.imports.pages.map;

import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportMappings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.pages.Amounts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A column of the file with the choices made for it.
///
/// @param target what the select shows: a field, `skip` or `new`
/// @param key of the field to be made, suggested where none was chosen
/// @param type of the field to be made
/// @param values what the column maps already
/// @param panel its unknown values, if somebody asked for them
public record ColumnRow(
        ImportColumn column,
        String target,
        String key,
        String type,
        String write,
        String blank,
        String tags,
        String decimal,
        String dateFormat,
        String separator,
        String unknownChoice,
        List<ValueFields.Field> values,
        @Nullable ValuesPanel panel,
        ColumnNote note) {

    static ColumnRow of(ImportColumn column, ColumnSettings chosen, ColumnNote note) {
        String target = Objects.requireNonNullElse(chosen.target(), "skip");
        boolean isNew = target.startsWith("new:");
        return new ColumnRow(
                column,
                isNew ? MapForm.NEW : target,
                isNew ? target.substring(4) : ImportMappings.key(column.name()),
                Objects.requireNonNullElse(
                        chosen.type(),
                        Objects.requireNonNullElse(column.suggestion().type(), "text")),
                Objects.requireNonNullElse(chosen.write(), "always"),
                Objects.requireNonNullElse(chosen.blank(), "keep"),
                Objects.requireNonNullElse(chosen.tags(), "append"),
                Objects.requireNonNullElse(chosen.decimal(), "auto"),
                Objects.requireNonNullElse(chosen.dateFormat(), "auto"),
                Objects.requireNonNullElse(chosen.separator(), "auto"),
                Objects.requireNonNullElse(chosen.unknownChoice(), "refuse"),
                ValueFields.of(chosen),
                null,
                note);
    }

    ColumnRow with(ValuesPanel opened) {
        return new ColumnRow(
                column,
                target,
                key,
                type,
                write,
                blank,
                tags,
                decimal,
                dateFormat,
                separator,
                unknownChoice,
                values,
                opened,
                note);
    }

    /// The target that the values are mapped for, as the form says it.
    public String valuesTarget() {
        return target.equals(MapForm.NEW) ? "new:" + key : target;
    }

    public int index() {
        return column.index();
    }

    public String filled() {
        return Amounts.percent(column.fillRate());
    }

    /// Whether anything but the target differs from what is usual.
    public boolean hasSpecialOptions() {
        return !(write.equals("always")
                && blank.equals("keep")
                && tags.equals("append")
                && decimal.equals("auto")
                && dateFormat.equals("auto")
                && separator.equals("auto")
                && unknownChoice.equals("refuse"));
    }
}
