package io.muster.engine.file.xlsx;

import io.muster.engine.file.xlsx.FormatToken.Comma;
import io.muster.engine.file.xlsx.FormatToken.Digit;
import io.muster.engine.file.xlsx.FormatToken.Elapsed;
import io.muster.engine.file.xlsx.FormatToken.Literal;
import io.muster.engine.file.xlsx.FormatToken.Percent;
import io.muster.engine.file.xlsx.FormatToken.Plain;
import io.muster.engine.file.xlsx.FormatToken.Point;
import io.muster.engine.file.xlsx.FormatToken.Time;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Puts the digits of a number into the places of a format: `00000`, `(###) ###-####`, `0.00 €`.
final class DigitPlaces {

    private final List<FormatToken> tokens;
    private final int point;

    private DigitPlaces(List<FormatToken> tokens) {
        this.tokens = tokens;
        int at = tokens.indexOf(new Point());
        this.point = at < 0 ? tokens.size() : at;
    }

    /// Whether a comma at the end of the places divides by a thousand, so that digits would be
    /// lost.
    static boolean isScaled(List<FormatToken> tokens) {
        boolean afterDigit = false;
        boolean scaled = false;
        for (FormatToken token : tokens) {
            switch (token) {
                case Comma _ -> scaled |= afterDigit;
                case Digit _ -> scaled = false;
                case Point _ -> {
                    if (scaled) {
                        return true;
                    }
                }
                default -> {}
            }
            afterDigit |= token instanceof Digit;
        }
        return scaled;
    }

    /// @param own whether the section shows the sign of a negative number itself
    static String show(BigDecimal number, List<FormatToken> tokens, boolean own) {
        boolean whole = PlainNumber.isWhole(number);
        if (whole && PlainNumber.hasLostDigits(number)) {
            return PlainNumber.show(number);
        }
        DigitPlaces places = new DigitPlaces(tokens);
        long percents = tokens.stream().filter(Percent.class::isInstance).count();
        BigDecimal scaled = number.abs().movePointRight((int) (2 * percents));
        // Ids and phones are often shown with decimals by accident.
        boolean bare = tokens.stream().noneMatch(t -> t instanceof Literal || t instanceof Percent);
        int decimals = whole && bare ? 0 : places.count(places.point, tokens.size(), "0#?");
        BigDecimal rounded = scaled.setScale(decimals, RoundingMode.HALF_UP);
        String text = places.fill(rounded, whole && bare);
        boolean signed = own && places.showsSign();
        return number.signum() < 0 && rounded.signum() != 0 && !signed ? "-" + text : text;
    }

    private String fill(BigDecimal rounded, boolean withoutDecimals) {
        String plain = rounded.toPlainString();
        int mark = plain.indexOf('.');
        String whole = mark < 0 ? plain : plain.substring(0, mark);
        String text = fillWhole(whole.equals("0") ? "" : whole);
        return withoutDecimals
                ? text + literalsAfterPoint()
                : text + fillDecimals(mark < 0 ? "" : plain.substring(mark + 1));
    }

    /// From right to left; digits without a place go before the first.
    private String fillWhole(String digits) {
        StringBuilder reversed = new StringBuilder();
        int left = digits.length();
        int places = count(0, point, "0#?");
        int zeros = 0;
        for (int i = point - 1; i >= 0; i--) {
            switch (tokens.get(i)) {
                case Digit(char kind) -> {
                    places--;
                    zeros += kind == '0' ? 1 : 0;
                    if (left > 0) {
                        reversed.append(digits.charAt(--left));
                    } else if (kind == '0' || zeros < count(0, point, "0")) {
                        reversed.append('0');
                    }
                    while (places == 0 && left > 0) {
                        reversed.append(digits.charAt(--left));
                    }
                }
                case Literal(String text) -> reversed.append(new StringBuilder(text).reverse());
                case Percent _ -> reversed.append('%');
                case Point _, Comma _, Time _, Elapsed _, Plain _ -> {}
            }
        }
        String text = reversed.reverse().toString();
        return places == 0 && left > 0 ? digits.substring(0, left) + text : text;
    }

    private String fillDecimals(String digits) {
        StringBuilder text = new StringBuilder();
        int needed = 0;
        int at = 0;
        for (int i = point; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Digit(char kind)) {
                at++;
                needed = kind == '#' ? needed : at;
            }
        }
        int last = digits.length();
        while (last > needed && digits.charAt(last - 1) == '0') {
            last--;
        }
        if (last > 0) {
            text.append('.').append(digits, 0, last);
        }
        return text.append(literalsAfterPoint()).toString();
    }

    private String literalsAfterPoint() {
        StringBuilder text = new StringBuilder();
        for (int i = point; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case Literal(String literal) -> text.append(literal);
                case Percent _ -> text.append('%');
                case Point _, Comma _, Digit _, Time _, Elapsed _, Plain _ -> {}
            }
        }
        return text.toString();
    }

    private boolean showsSign() {
        return tokens.stream()
                .anyMatch(t ->
                        t instanceof Literal(String text)
                                && (text.contains("-") || text.contains("(")));
    }

    private int count(int from, int to, String kinds) {
        int count = 0;
        for (FormatToken token : tokens.subList(from, to)) {
            count += token instanceof Digit(char kind) && kinds.indexOf(kind) >= 0 ? 1 : 0;
        }
        return count;
    }
}
