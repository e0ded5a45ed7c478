package io.muster.engine.mapping;

import io.muster.engine.field.PlainWords;

/// Brings headers to the form in which they are compared.
final class HeaderWords {

    private HeaderWords() {}

    /// The words of a header: `firstName`, `FIRST_NAME` and `First name:` are all "first name";
    /// numbers stand alone, `#` is "no", and every spelling of e-mail is "email".
    static String of(String header) {
        String words = " " + PlainWords.of(apart(header)) + " ";
        return words.replace(" e mail ", " email ").replace(" e mails ", " emails ").strip();
    }

    /// The words without the spaces between them, in which `Time Zone` and `Timezone` are equal.
    static String squash(String words) {
        return words.replace(" ", "");
    }

    private static String apart(String header) {
        var apart = new StringBuilder(header.length() + 8);
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (i > 0 && isBorder(header.charAt(i - 1), c)) {
                apart.append(' ');
            }
            apart.append(c == '#' ? " no " : c);
        }
        return apart.toString();
    }

    private static boolean isBorder(char before, char c) {
        return (Character.isLowerCase(before) && Character.isUpperCase(c))
                || (Character.isLetter(before) && Character.isDigit(c))
                || (Character.isDigit(before) && Character.isLetter(c));
    }
}
