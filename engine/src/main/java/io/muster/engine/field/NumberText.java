package io.muster.engine.field;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads numbers as people and programs write them.
///
/// Thousands may be set apart by spaces, apostrophes or the mark that is not the decimal one; in
/// groups of three, or as in India (`12,34,567`). A minus or a plus stands in front; parentheses
/// mean a negative number, as in accounts. One currency sign or code is passed over at either end:
/// the field holds the amount only.
final class NumberText {

    /// Longer is no number that anybody wrote.
    private static final int MAX_LENGTH = 80;

    private static final String SIGNS = "+-\u2212";

    private static final Pattern DOT = number(",", "\\.");
    private static final Pattern COMMA = number("\\.", ",");
    private static final Pattern PLAIN = number("", "(?!)");

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private NumberText() {}

    /// The number without needless zeros; null when the text is none with this decimal mark.
    static @Nullable BigDecimal read(String text, DecimalMark mark) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        String rest = Invisible.strip(text);
        boolean negative = rest.length() > 2 && rest.startsWith("(") && rest.endsWith(")");
        boolean signed = negative;
        if (negative) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        for (int i = 0; i < 2 && !rest.isEmpty(); i++) {
            // The sign stands before or behind the currency.
            if (!signed && SIGNS.indexOf(rest.charAt(0)) >= 0) {
                negative = rest.charAt(0) != '+';
                signed = true;
                rest = rest.substring(1).strip();
            }
            rest = i == 0 ? withoutCurrency(rest) : rest;
        }
        Matcher number = pattern(mark).matcher(rest);
        if (!number.matches()) {
            return null;
        }
        String whole = digits(number.group("whole"));
        String decimals = digits(number.group("decimals"));
        BigDecimal value = FieldValue.number(new BigDecimal("0" + whole + "." + decimals + "0"));
        return negative ? value.negate() : value;
    }

    private static Pattern pattern(DecimalMark mark) {
        return switch (mark) {
            case DOT -> DOT;
            case COMMA -> COMMA;
            case AUTO -> PLAIN;
        };
    }

    private static Pattern number(String thousands, String decimal) {
        String groups = "[1-9]\\d{0,2}([ '’" + thousands + "])\\d{3}(?:\\2\\d{3})*";
        String indian = thousands.equals(",") ? "|[1-9]\\d?(?:,\\d{2})+,\\d{3}" : "";
        return Pattern.compile(
                "(?=.*\\d)(?<whole>(?:\\d+|%s%s)?)(?:%s(?<decimals>\\d+))?"
                        .formatted(groups, indian, decimal));
    }

    private static String digits(@Nullable String part) {
        if (part == null) {
            return "";
        }
        var digits = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) >= '0' && part.charAt(i) <= '9') {
                digits.append(part.charAt(i));
            }
        }
        return digits.toString();
    }

    private static String withoutCurrency(String text) {
        int length = text.length();
        if (length == 0) {
            return text;
        }
        if (isSign(text.charAt(0))) {
            return text.substring(1).strip();
        }
        if (isSign(text.charAt(length - 1))) {
            return text.substring(0, length - 1).strip();
        }
        if (length > 3 && CURRENCIES.contains(text.substring(0, 3))) {
            return text.substring(3).strip();
        }
        if (length > 3 && CURRENCIES.contains(text.substring(length - 3))) {
            return text.substring(0, length - 3).strip();
        }
        return text;
    }

    private static boolean isSign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
