package io.muster.engine.field;

import java.util.List;

/// What spreadsheets and exports put around phone numbers.
final class PhoneText {

    /// Of links, and of the lists of leads that one social network exports.
    private static final List<String> PREFIXES = List.of("tel:", "p:");

    private PhoneText() {}

    /// The text without invisible characters, a prefix (`tel:`), the apostrophe of a spreadsheet's
    /// text cell (`'0301234`), or the formula that stands in for one (`="0301234"`).
    static String clean(String text) {
        String clean = Invisible.strip(text);
        if (clean.startsWith("=\"") && clean.endsWith("\"") && clean.length() > 3) {
            clean = clean.substring(2, clean.length() - 1).strip();
        } else if (clean.startsWith("'") || clean.startsWith("’")) {
            clean = clean.substring(1).strip();
        }
        for (String prefix : PREFIXES) {
            if (clean.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return clean.substring(prefix.length()).strip();
            }
        }
        return clean;
    }

    static boolean hasLetters(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /// Whether the text is a decimal number: digits and one mark, with one or two digits after it
    /// or a single one before it. `415956.3488` and `06.12345678` are written by people; `2.5`,
    /// `4159563488.0` and `4.15956348800` by programs.
    static boolean isFraction(String text) {
        int mark = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == ',') && mark < 0) {
                mark = i;
            } else if ((c < '0' || c > '9') && !(c == '-' && i == 0)) {
                return false;
            }
        }
        int decimals = text.length() - mark - 1;
        return mark > 0 && decimals > 0 && (decimals <= 2 || mark == 1);
    }

    /// Whether the text could be a phone number of some country, right or wrong, or what a
    /// spreadsheet left of one.
    static boolean isPlausible(String text) {
        String clean = clean(text);
        long digits = clean.chars().filter(Character::isDigit).count();
        return ScientificNotation.matches(clean)
                || (digits >= 5 && digits <= 20 && !hasLetters(clean) && !clean.contains(":"));
    }
}
