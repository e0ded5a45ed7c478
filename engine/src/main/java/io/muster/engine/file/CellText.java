package io.muster.engine.file;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the text of a cell may be: trimmed of Unicode white space, in NFC, and free of characters
/// that are no text.
public final class CellText {

    /// Below it, text is in NFC as it stands.
    private static final char FIRST_COMBINING = '\u0300';

    private static final char DELETE = '\u007F';

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x[0-9A-F]{2}|u[0-9A-F]{4})");

    private CellText() {}

    /// A text from elsewhere than a file, in the form in which rules read cells.
    ///
    /// @return empty when a character in it is no text
    public static Optional<String> clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        String trimmed = text.substring(from, to);
        return firstNoText(trimmed) < 0 ? Optional.of(nfc(trimmed)) : Optional.empty();
    }

    /// Unicode's `White_Space`, and the byte order mark that joined files carry inside.
    static boolean isSpace(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        if (c < '\u0085') {
            return false;
        }
        return switch (c) {
            case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' ->
                    true;
            case '\uFEFF' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }

    /// Whether it may be no text; of surrogates, only [#firstNoText(String)] can tell.
    static boolean isSuspect(char c) {
        return isControl(c) || Character.isSurrogate(c);
    }

    static boolean isControl(char c) {
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        return c >= DELETE && c <= '\u009F';
    }

    /// The index of the first control character or lone surrogate, or -1.
    static int firstNoText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (isSuspect(c)) {
                return i;
            }
        }
        return -1;
    }

    /// Text that can be stored and shown: what is no text appears as `\x81` (a byte) or `\u0000` (a
    /// character).
    static String visible(String text) {
        if (firstNoText(text) < 0) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    if (c > Character.MAX_VALUE || !isSuspect((char) c)) {
                        visible.appendCodePoint(c);
                    } else {
                        visible.append(escape((char) c));
                    }
                });
        return visible.toString();
    }

    static String escape(char c) {
        int damaged = StrictDecoder.damagedByte(c);
        return damaged >= 0 ? "\\x%02X".formatted(damaged) : "\\u%04X".formatted((int) c);
    }

    /// Whether the text holds what [#escape(char)] writes.
    static boolean holdsEscape(String text) {
        return text.indexOf('\\') >= 0 && ESCAPE.matcher(text).find();
    }

    static String nfc(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
