package io.muster.engine.field;

/// Removes what nobody sees: marks of writing direction, zero-width characters, soft hyphens, and
/// the difference between one kind of space and another. Not for names, where a zero-width joiner
/// is part of the spelling of some languages.
final class Invisible {

    private Invisible() {}

    static String strip(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return rewrite(text, i);
            }
        }
        return text;
    }

    private static String rewrite(String text, int from) {
        var plain = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }
}
