package io.muster.server.imports.pages.map;

import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportMappings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.pages.Amounts;
import java.util.Objects;

/// A column of the file with the choices made for it.
///
/// @param target what the select shows: a field, `skip` or `new`
/// @param key of the field to be made, suggested where none was chosen
/// @param type of the field to be made
public record ColumnRow(
        ImportColumn column,
        String target,
        String key,
        String type,
        String write,
        String blank,
        String tags,
        ColumnNote note) {

    static ColumnRow of(ImportColumn column, ColumnSettings chosen, ColumnNote note) {
        String target = Objects.requireNonNullElse(chosen.target(), "skip");
        boolean isNew = target.startsWith("new:");
        return new ColumnRow(
                column,
                isNew ? MapForm.NEW : target,
                isNew ? target.substring(4) : ImportMappings.key(column.name()),
                Objects.requireNonNullElse(chosen.type(), "text"),
                Objects.requireNonNullElse(chosen.write(), "always"),
                Objects.requireNonNullElse(chosen.blank(), "keep"),
                Objects.requireNonNullElse(chosen.tags(), "append"),
                note);
    }

    public int index() {
        return column.index();
    }

    public String filled() {
        return Amounts.percent(column.fillRate());
    }

    /// Whether anything but the target differs from what is usual.
    public boolean hasSpecialOptions() {
        return !(write.equals("always") && blank.equals("keep") && tags.equals("append"));
    }
}
