package io.muster.engine.file;

/// What a cell looks like, as far as that tells data from headers.
enum CellKind {
    BLANK("nothing"),
    EMAIL("an email address"),
    LINK("a link"),
    /// Numbers, phone numbers, dates in digits, amounts.
    NUMBER("a number"),
    WORDS("words");

    private final String words;

    CellKind(String words) {
        this.words = words;
    }

    /// For a sentence.
    String words() {
        return words;
    }

    /// Headers are words; what is more than that is data.
    boolean isValue() {
        return this == EMAIL || this == LINK || this == NUMBER;
    }

    static CellKind of(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return BLANK;
        }
        int at = text.indexOf('@');
        if (at > 0 && text.indexOf('.', at) > at + 1 && text.indexOf(' ') < 0) {
            return EMAIL;
        }
        if (text.startsWith("http://") || text.startsWith("https://") || text.startsWith("www.")) {
            return LINK;
        }
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return digits && text.chars().noneMatch(Character::isLetter) ? NUMBER : WORDS;
    }
}
