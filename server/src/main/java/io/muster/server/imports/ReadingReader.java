package io.muster.server.imports;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateFormat;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.Separator;
import io.muster.engine.field.UnknownChoice;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the settings that say how a column writes its values.
final class ReadingReader {
    private final SettingErrors errors;
    private final DateFormat importFormat;

    /// @param dateFormat the import's, null for none
    ReadingReader(@Nullable String dateFormat, SettingErrors errors) {
        this.errors = errors;
        this.importFormat = dateFormat("/date_format", dateFormat, DateOrder.AUTO);
    }

    CellReading read(String pointer, ColumnSettings column) {
        CellReading usual = CellReading.DEFAULT;
        return new CellReading(
                errors.choice(
                        pointer + "/decimal", column.decimal(), DecimalMark.class, usual.decimal()),
                dateFormat(pointer + "/date_format", column.dateFormat(), importFormat),
                separator(pointer + "/separator", column.separator()),
                errors.choice(
                        pointer + "/unknown_choice",
                        column.unknownChoice(),
                        UnknownChoice.class,
                        usual.unknownChoice()),
                column.region() == null
                        ? null
                        : errors.region(pointer + "/region", column.region()));
    }

    private DateFormat dateFormat(String pointer, @Nullable String text, DateFormat fallback) {
        if (text == null) {
            return fallback;
        }
        Optional<DateFormat> format = DateFormat.parse(text);
        if (format.isEmpty()) {
            errors.add(
                    pointer,
                    Code.INVALID_OPTION,
                    "Use auto, iso, dmy, mdy, ymd, or a pattern with day, month and year, such as dd.MM.yyyy.");
        }
        return format.orElse(fallback);
    }

    private Separator separator(String pointer, @Nullable String text) {
        if (text == null) {
            return Separator.AUTO;
        }
        Optional<Separator> separator = Separator.parse(text);
        if (separator.isEmpty()) {
            errors.add(
                    pointer,
                    Code.INVALID_OPTION,
                    "“%s” is none of: %s."
                            .formatted(
                                    text,
                                    Arrays.stream(Separator.values())
                                            .map(Separator::text)
                                            .collect(Collectors.joining(" "))));
        }
        return separator.orElse(Separator.AUTO);
    }
}
