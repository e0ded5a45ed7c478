package io.muster.server.imports;

import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.Target;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.TimezoneSource;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes the engine's options the way a program sends them.
public final class RandomSettings {
    private RandomSettings() {}

    public static ImportSettings of(ImportOptions options) {
        return new ImportSettings(
                options.columns().stream().map(RandomSettings::column).toList(),
                options.match().matchOn().stream().map(RandomSettings::text).toList(),
                text(options.match().existing()),
                text(options.match().missing()),
                text(options.match().duplicatesInFile()),
                text(options.onInvalid()),
                text(options.match().onConflict()),
                options.required(),
                options.defaultRegion(),
                options.match().tags(),
                null,
                text(options.match().suppressed()),
                null,
                null,
                options.timezone() == TimezoneSource.PHONE,
                null);
    }

    private static ColumnSettings column(ColumnMapping column) {
        return new ColumnSettings(
                column.index(),
                column.target().text(),
                column.target() instanceof Target.NewCustom field
                        ? text(field.spec().type())
                        : null,
                null,
                text(column.write()),
                text(column.blank()),
                text(column.tags()),
                text(column.reading().decimal()),
                column.reading().dateFormat().text(),
                column.reading().separator().text(),
                text(column.reading().unknownChoice()),
                column.reading().region(),
                null,
                Map.copyOf(column.values().texts()),
                List.copyOf(column.values().options()));
    }

    private static String text(Enum<?> policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }
}
