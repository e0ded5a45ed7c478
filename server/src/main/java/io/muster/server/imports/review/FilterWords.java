package io.muster.server.imports.review;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A filter as it stands in addresses, read and written.
public final class FilterWords {

    /// A word that means nothing.
    public record Wrong(String parameter, String message) {}

    /// A parameter of an address.
    public record Parameter(String name, String value) {}

    private FilterWords() {}

    /// @param wrong told of each word that means nothing; such a word then asks for nothing
    public static ReviewFilter read(
            @Nullable String action,
            @Nullable List<String> codes,
            @Nullable String field,
            @Nullable String severity,
            @Nullable String clears,
            boolean problems,
            Consumer<Wrong> wrong) {
        Set<Code> known = new LinkedHashSet<>();
        for (String code : codes == null ? List.<String>of() : codes) {
            Code one = constant("code", code, Code.class, wrong);
            if (one != null) {
                known.add(one);
            }
        }
        return new ReviewFilter(
                constant("action", action, Action.class, wrong),
                constant("severity", severity, Effect.class, wrong),
                known,
                blankToNull(field),
                problems,
                blankToNull(clears));
    }

    /// The parameters that [#read] would make the filter of.
    public static List<Parameter> write(ReviewFilter filter) {
        List<Parameter> parameters = new ArrayList<>();
        if (filter.action() != null) {
            parameters.add(new Parameter("action", word(filter.action())));
        }
        filter.codes().forEach(code -> parameters.add(new Parameter("code", code.name())));
        if (filter.field() != null) {
            parameters.add(new Parameter("field", filter.field()));
        }
        if (filter.effect() != null) {
            parameters.add(new Parameter("severity", word(filter.effect())));
        }
        if (filter.clears() != null) {
            parameters.add(new Parameter("clears", filter.clears()));
        }
        if (filter.remarked()) {
            parameters.add(new Parameter("problems", "true"));
        }
        return parameters;
    }

    private static <E extends Enum<E>> @Nullable E constant(
            String parameter, @Nullable String text, Class<E> type, Consumer<Wrong> wrong) {
        String word = blankToNull(text);
        if (word == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(word)) {
                return value;
            }
        }
        wrong.accept(new Wrong(parameter, message(parameter, type)));
        return null;
    }

    private static <E extends Enum<E>> String message(String parameter, Class<E> type) {
        return type == Code.class
                ? "code must be one of the codes that the review has counted."
                : parameter
                        + " must be one of: "
                        + Arrays.stream(type.getEnumConstants())
                                .map(FilterWords::word)
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
