package io.muster.engine.field;

import io.muster.engine.outcome.Code;

/// Text as it is, up to a length in characters.
record TextRule(int maxLength) implements CellRule {

    @Override
    public Cell read(String text) {
        return exceeds(text, maxLength) ? new Cell.Invalid(Code.TOO_LONG) : new Cell.Valid(text);
    }

    /// Counts code points, as the database does, but only where the cheap count leaves a doubt.
    static boolean exceeds(String text, int maxLength) {
        return text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength;
    }
}
