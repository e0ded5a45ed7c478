package io.muster.engine.field;

import io.muster.engine.outcome.Code;

/// An id of another system: text as it is, leading zeros and all.
record ExternalIdRule(int maxLength) implements CellRule {

    @Override
    public Cell read(String text) {
        if (ScientificNotation.matches(text)) {
            return new Cell.Invalid(Code.EXCEL_DAMAGED);
        }
        return TextRule.exceeds(text, maxLength)
                ? new Cell.Invalid(Code.TOO_LONG)
                : new Cell.Valid(text);
    }
}
