package io.muster.engine.field;

import java.text.Normalizer;
import java.util.Locale;

/// Brings a name or a header to the form in which it is compared.
public final class PlainWords {

    private PlainWords() {}

    /// The words in lower case, without accents and punctuation, one space apart; `&` reads as
    /// "and".
    public static String of(String text) {
        String plain = isAscii(text) ? text : withoutAccents(text);
        var words = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '&') {
                separate(words).append("and ");
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                words.append(Character.toLowerCase(c));
            } else {
                separate(words);
            }
        }
        return words.toString().strip();
    }

    private static StringBuilder separate(StringBuilder words) {
        boolean open = !words.isEmpty() && words.charAt(words.length() - 1) != ' ';
        return open ? words.append(' ') : words;
    }

    private static String withoutAccents(String text) {
        String parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var plain = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                plain.append(letter(c));
            }
        }
        return plain.toString();
    }

    /// Letters that Unicode does not take apart.
    private static String letter(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'ı' -> "i";
            default -> String.valueOf(c);
        };
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
