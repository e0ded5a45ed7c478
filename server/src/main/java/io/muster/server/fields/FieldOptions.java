package io.muster.server.fields;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.file.CellText;
import io.muster.engine.outcome.Code;
import io.muster.server.platform.web.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options of a choice as they are sent, and what is wrong with them.
///
/// @param values trimmed, each once, in the order in which they were sent
public record FieldOptions(List<String> values, List<FieldError> errors) {

    /// The most options that a field has.
    public static final int MOST = 500;

    static final String TOO_MANY = "A field has at most " + MOST + " options.";

    /// @param pointer to the array in the request
    /// @param sent null or empty where there are none
    public static FieldOptions read(String pointer, FieldType type, @Nullable List<String> sent) {
        List<String> texts = Objects.requireNonNullElse(sent, List.of());
        List<FieldError> errors = new ArrayList<>();
        Set<String> values = new LinkedHashSet<>();
        if (!texts.isEmpty() && !type.hasOptions()) {
            errors.add(error(pointer, "Only a choice has options; this is a " + type.text() + "."));
        }
        for (int i = 0; i < texts.size(); i++) {
            String option = CellText.clean(texts.get(i)).orElse("");
            if (option.isEmpty() || option.codePointCount(0, option.length()) > Rules.MAX_OPTION) {
                errors.add(
                        error(
                                pointer + "/" + i,
                                "An option is a text of 1 to "
                                        + Rules.MAX_OPTION
                                        + " characters."));
            }
            values.add(option);
        }
        if (values.size() > MOST) {
            errors.add(error(pointer, TOO_MANY));
        }
        return new FieldOptions(List.copyOf(values), List.copyOf(errors));
    }

    private static FieldError error(String pointer, String message) {
        return new FieldError(pointer, Code.INVALID_OPTION.name(), message);
    }
}
