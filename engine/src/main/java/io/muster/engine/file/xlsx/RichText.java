package io.muster.engine.file.xlsx;

import java.io.IOException;

/// Puts together the text of a string that may come in runs of different looks.
final class RichText {

    private static final int ESCAPE = 7;
    private static final int HEX = 16;

    private RichText() {}

    /// Reads the string whose element starts here, and goes on to its end. How Japanese names are
    /// pronounced stands inside them as well, and is not what people see.
    ///
    /// @param most characters after which no more are kept
    static String read(XmlPart part, String element, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        while (part.next() && !part.isEnd(element)) {
            String name = part.started();
            if ("t".equals(name)) {
                part.text(text, most);
            } else if ("rPh".equals(name)) {
                part.skip();
            }
        }
        return unescape(text);
    }

    /// Characters that XML cannot hold are written as `_x000D_`.
    static String unescape(StringBuilder text) {
        int from = text.indexOf("_x");
        if (from < 0) {
            return text.toString();
        }
        StringBuilder plain = new StringBuilder(text.length());
        plain.append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            int escaped = escaped(text, i);
            if (escaped >= 0) {
                plain.append((char) escaped);
                i += ESCAPE - 1;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static int escaped(StringBuilder text, int at) {
        if (at + ESCAPE > text.length()
                || text.charAt(at) != '_'
                || text.charAt(at + 1) != 'x'
                || text.charAt(at + ESCAPE - 1) != '_') {
            return -1;
        }
        int value = 0;
        for (int i = at + 2; i < at + ESCAPE - 1; i++) {
            int digit = Character.digit(text.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            value = value * HEX + digit;
        }
        return value;
    }
}
