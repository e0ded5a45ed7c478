package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// A date in the column's format; its ISO form is the value.
record DateRule(DateFormat format) implements CellRule {

    private static final int EARLIEST = 1000;
    private static final int LATEST = 9999;

    /// Days since 1900 or so. Which day is meant depends on the program, so nobody guesses.
    private static final Pattern SERIAL = Pattern.compile("\\d{4,6}(?:[.,]\\d+)?");

    @Override
    public Cell read(String text) {
        LocalDate date = format.read(text);
        if (date != null && date.getYear() >= EARLIEST && date.getYear() <= LATEST) {
            return new Cell.Valid(date.toString());
        }
        return new Cell.Invalid(Code.INVALID_DATE, message(text));
    }

    private String message(String text) {
        if (SERIAL.matcher(text).matches()) {
            return "This is a spreadsheet's number for a day. Format the column as a date there,"
                    + " and export it again.";
        }
        return "This is not a date written like %s. Correct it, or choose the column's date format."
                .formatted(format.example());
    }
}
