package io.muster.engine.field;

import io.muster.engine.outcome.Code;

/// A full name whose two parts both fit the fields they go to.
record FullNameRule(int maxLength) implements CellRule {

    @Override
    public Cell read(String text) {
        if (TextRule.exceeds(text, maxLength)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        FullName name = FullName.split(text);
        boolean fits =
                !TextRule.exceeds(name.first(), StandardField.FIRST_NAME.maxLength())
                        && !TextRule.exceeds(name.last(), StandardField.LAST_NAME.maxLength());
        return fits ? new Cell.Valid(text) : new Cell.Invalid(Code.TOO_LONG);
    }
}
