package io.muster.server.imports;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.file.CellText;
import io.muster.engine.mapping.ValueMapping;
import io.muster.engine.outcome.Code;
import io.muster.server.fields.FieldOptions;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the settings that say what a column's values stand for.
final class ValuesReader {
    private static final int LONGEST_VALUE = 255;

    private final SettingErrors errors;

    ValuesReader(SettingErrors errors) {
        this.errors = errors;
    }

    ValueMapping read(String pointer, ColumnSettings column) {
        List<String> added = Objects.requireNonNullElse(column.newOptions(), List.of());
        FieldOptions options = FieldOptions.read(pointer + "/new_options", FieldType.CHOICE, added);
        options.errors().forEach(errors::add);
        return new ValueMapping(
                texts(pointer + "/values", column.values()), Set.copyOf(options.values()));
    }

    private Map<String, String> texts(
            String pointer, @Nullable Map<String, @Nullable String> values) {
        Map<String, String> texts = new HashMap<>();
        if (values == null) {
            return texts;
        }
        if (values.size() > ValueMapping.MOST) {
            errors.add(
                    pointer,
                    Code.INVALID_OPTION,
                    "A column can map at most %d values. Correct the others in the file."
                            .formatted(ValueMapping.MOST));
        }
        values.forEach((value, text) -> {
            String from = CellText.clean(value).orElse("");
            String to = text == null ? "" : CellText.clean(text).orElse("");
            if (from.isEmpty() || from.length() > LONGEST_VALUE) {
                errors.add(
                        pointer,
                        Code.INVALID_OPTION,
                        "A value that is mapped is a text of 1 to %d characters."
                                .formatted(LONGEST_VALUE));
            } else if (to.length() > Rules.MAX_CUSTOM_TEXT) {
                errors.add(
                        pointer,
                        Code.INVALID_OPTION,
                        "A value can be mapped to %d characters at most."
                                .formatted(Rules.MAX_CUSTOM_TEXT));
            } else {
                texts.put(from, to);
            }
        });
        return texts;
    }
}
