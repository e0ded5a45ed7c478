package io.muster.engine.file.xlsx;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// For which numbers a section of a format is meant, such as `[<=9999999]`.
record FormatCondition(String comparison, BigDecimal bound) {

    private static final Pattern CONDITION =
            Pattern.compile("(<=|>=|<>|<|>|=)(-?\\d{1,20}(?:\\.\\d{1,20})?)");

    /// Null when the text in brackets says something else.
    static @Nullable FormatCondition of(String text) {
        Matcher matcher = CONDITION.matcher(text);
        return matcher.matches()
                ? new FormatCondition(matcher.group(1), new BigDecimal(matcher.group(2)))
                : null;
    }

    boolean holds(BigDecimal number) {
        int compared = number.compareTo(bound);
        return switch (comparison) {
            case "<" -> compared < 0;
            case ">" -> compared > 0;
            case "<=" -> compared <= 0;
            case ">=" -> compared >= 0;
            case "<>" -> compared != 0;
            default -> compared == 0;
        };
    }
}
