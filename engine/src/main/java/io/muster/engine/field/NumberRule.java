package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A number with the column's decimal mark; a `BigDecimal` without needless zeros is the value.
record NumberRule(DecimalMark mark) implements CellRule {

    /// More than that is an id.
    private static final int MAX_DIGITS = 30;

    /// In a column of numbers it can be nothing else, and the digits are lost.
    private static final Pattern POWER_OF_TEN =
            Pattern.compile("[+-]?\\d+(?:[.,]\\d*)?[eE][+-]?\\d+");

    @Override
    public Cell read(String text) {
        BigDecimal value = NumberText.read(text, mark);
        if (value != null) {
            return value.precision() > MAX_DIGITS || value.scale() > MAX_DIGITS
                    ? new Cell.Invalid(Code.TOO_LONG)
                    : new Cell.Valid(value);
        }
        return POWER_OF_TEN.matcher(text).matches()
                ? new Cell.Invalid(Code.EXCEL_DAMAGED)
                : new Cell.Invalid(Code.INVALID_NUMBER, message(text));
    }

    private String message(String text) {
        return switch (mark) {
            case AUTO ->
                    isNumber(text)
                            ? "The column's decimal mark is not known. Choose dot or comma."
                            : Code.INVALID_NUMBER.sentence();
            case DOT ->
                    isNumber(text)
                            ? "This is not a number with a decimal point. Correct it, or choose"
                                    + " the column's decimal mark."
                            : Code.INVALID_NUMBER.sentence();
            case COMMA ->
                    isNumber(text)
                            ? "This is not a number with a decimal comma. Correct it, or choose"
                                    + " the column's decimal mark."
                            : Code.INVALID_NUMBER.sentence();
        };
    }

    private static boolean isNumber(String text) {
        return NumberText.read(text, DecimalMark.DOT) != null
                || NumberText.read(text, DecimalMark.COMMA) != null;
    }
}
