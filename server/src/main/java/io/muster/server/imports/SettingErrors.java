package io.muster.server.imports;

import io.muster.engine.outcome.Code;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers what is wrong with settings while they are read, so that all of it is said at once.
public final class SettingErrors {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<FieldError> errors = new ArrayList<>();

    void add(FieldError error) {
        errors.add(error);
    }

    public void add(String pointer, Code code, String message) {
        errors.add(new FieldError(pointer, code.name(), message));
    }

    /// What was wrong so far.
    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    /// @throws ApiProblem 422 if anything was wrong
    void refuse() {
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable(
                    "The import's settings cannot be used as they are.", errors);
        }
    }

    /// A constant by its name in lower case.
    <E extends Enum<E>> E choice(String pointer, @Nullable String text, Class<E> type, E fallback) {
        if (text == null) {
            return fallback;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        String choices =
                Stream.of(type.getEnumConstants())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        add(pointer, Code.INVALID_OPTION, "“" + text + "” is none of: " + choices + ".");
        return fallback;
    }

    /// A country's code in upper case.
    public String region(String pointer, String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            add(pointer, Code.INVALID_OPTION, "Use a country's two-letter code, such as US or DE.");
        }
        return code;
    }
}
