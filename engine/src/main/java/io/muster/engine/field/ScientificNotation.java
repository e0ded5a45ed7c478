package io.muster.engine.field;

/// Recognises what a spreadsheet makes of a long number: `2.12556E+9`, `4,15956E+11`, `1E+15`.
final class ScientificNotation {

    private ScientificNotation() {}

    /// Whether the text is such a number. `12E4` is not: without a decimal mark or a plus it is as
    /// likely an id that somebody chose.
    static boolean matches(String text) {
        int whole = skipDigits(text, sign(text, 0, "+-"));
        if (whole == 0 || !isDigit(text, whole - 1)) {
            return false;
        }
        int mantissa = whole;
        if (mantissa < text.length() && (isAt(text, mantissa, '.') || isAt(text, mantissa, ','))) {
            mantissa = skipDigits(text, mantissa + 1);
        }
        if (!isAt(text, mantissa, 'E') && !isAt(text, mantissa, 'e')) {
            return false;
        }
        int exponent = sign(text, mantissa + 1, "+");
        boolean damaged = mantissa > whole || exponent > mantissa + 1;
        return damaged && exponent < text.length() && skipDigits(text, exponent) == text.length();
    }

    private static int sign(String text, int from, String signs) {
        boolean signed = from < text.length() && signs.indexOf(text.charAt(from)) >= 0;
        return signed ? from + 1 : from;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (isDigit(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isAt(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
