package io.muster.engine.field;

/// A person's name in two parts, either of which may be empty.
public record FullName(String first, String last) {

    /// Splits at the last white space; a single word is a first name.
    public static FullName split(String text) {
        String name = text.strip();
        for (int i = name.length() - 1; i > 0; i--) {
            if (Character.isWhitespace(name.charAt(i)) || Character.isSpaceChar(name.charAt(i))) {
                return new FullName(name.substring(0, i).strip(), name.substring(i + 1));
            }
        }
        return new FullName(name, "");
    }
}
