package io.muster.server.imports.pages.map;

import io.muster.engine.mapping.ValueMapping;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The values of a column as a form sends them: three controls for each, of the same three names.
///
/// @param texts what values stand for
/// @param added values that become options
public record ValueFields(Map<String, @Nullable String> texts, List<String> added) {
    static final String REFUSED = "";
    static final String BLANK = "blank";
    static final String ADDED = "add";

    /// What comes before a text that was chosen.
    static final String TEXT = "=";

    /// One value, as the form holds it.
    ///
    /// @param chosen what the select says
    public record Field(String value, String chosen) {}

    static ValueFields read(String[] values, String[] chosen, String[] typed) {
        Map<String, @Nullable String> texts = new TreeMap<>();
        List<String> added = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String choice = at(chosen, i);
            String text = at(typed, i).strip();
            if (!text.isEmpty()) {
                texts.put(values[i], text);
            } else if (choice.startsWith(TEXT)) {
                texts.put(values[i], choice.substring(TEXT.length()));
            } else if (choice.equals(BLANK)) {
                texts.put(values[i], "");
            } else if (choice.equals(ADDED)) {
                added.add(values[i]);
            }
        }
        return new ValueFields(texts, added);
    }

    /// What a column maps already, to be sent along until somebody asks for its values.
    static List<Field> of(ColumnSettings column) {
        List<Field> fields = new ArrayList<>();
        Objects.requireNonNullElse(column.values(), Map.<String, @Nullable String>of())
                .forEach((value, text) ->
                        fields.add(
                                new Field(
                                        value,
                                        text == null || text.isEmpty() ? BLANK : TEXT + text)));
        Objects.requireNonNullElse(column.newOptions(), List.<String>of())
                .forEach(option -> fields.add(new Field(option, ADDED)));
        return fields;
    }

    /// What the select of a value shows.
    ///
    /// @param typed whether its text stands beside the select instead
    static String choice(String value, ValueMapping mapped, boolean typed) {
        String text = mapped.texts().get(value);
        if (text == null) {
            return mapped.options().contains(value) ? ADDED : REFUSED;
        }
        return text.isEmpty() ? BLANK : typed ? REFUSED : TEXT + text;
    }

    private static String at(String[] sent, int i) {
        return i < sent.length ? sent[i] : "";
    }
}
