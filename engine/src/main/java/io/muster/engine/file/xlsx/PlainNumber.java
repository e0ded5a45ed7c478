package io.muster.engine.file.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A number that nobody gave a look. Phones and ids stand in such cells, so it has all digits that
/// it has in the file, never an exponent, and never a fraction that only arithmetic left behind.
final class PlainNumber {

    /// What spreadsheets keep of a number; they make zeros of the digits behind.
    private static final int DIGITS = 15;

    /// As spreadsheets show what they have damaged.
    private static final int DAMAGED_DIGITS = 6;

    private static final int LONGEST = 40;

    private PlainNumber() {}

    static String show(BigDecimal number) {
        if (isWhole(number)) {
            return hasLostDigits(number) ? scientific(number) : whole(number).toPlainString();
        }
        BigDecimal rounded =
                number.round(new MathContext(DIGITS, RoundingMode.HALF_UP)).stripTrailingZeros();
        return Math.abs((long) rounded.scale()) + rounded.precision() > LONGEST
                ? scientific(rounded)
                : rounded.toPlainString();
    }

    static boolean isWhole(BigDecimal number) {
        return whole(number).scale() <= 0;
    }

    private static BigDecimal whole(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /// Whether a whole number is longer than spreadsheets can hold and was cut by one. Other
    /// programs write all digits, and no exponent.
    static boolean hasLostDigits(BigDecimal number) {
        BigDecimal whole = whole(number);
        long length = (long) whole.precision() - whole.scale();
        boolean allDigits = number.scale() >= 0 && whole.precision() > DIGITS && length <= LONGEST;
        return length > DIGITS && !allDigits;
    }

    /// Shown like this a lost digit is recognised further on, and never taken for the true one.
    private static String scientific(BigDecimal number) {
        BigDecimal rounded =
                number.round(new MathContext(DAMAGED_DIGITS, RoundingMode.HALF_UP))
                        .stripTrailingZeros();
        String digits = rounded.unscaledValue().abs().toString();
        long exponent = digits.length() - 1L - rounded.scale();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "E"
                + (exponent < 0 ? "" : "+")
                + exponent;
    }
}
