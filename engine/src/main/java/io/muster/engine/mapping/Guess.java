package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;

/// A field that a column may go to.
///
/// @param reading what the header says, the reason in it
/// @param confidence 0 to 1, header and values together
/// @param favour what speaks for it beside rivals only
record Guess(
        Column column, Reading.Named reading, double confidence, double favour, String reason) {

    Guess(Column column, Reading.Named reading, double confidence, String reason) {
        this(column, reading, confidence, 0, reason);
    }

    StandardField field() {
        return reading.field();
    }

    boolean depends() {
        return reading.sense() == Reading.Sense.DEPENDS;
    }

    boolean isFilled() {
        return !column.samples().isEmpty();
    }

    Guess as(StandardField other) {
        var named =
                new Reading.Named(
                        other,
                        Reading.Sense.PLAIN,
                        reading.word(),
                        reading.beside(),
                        reading.sureness(),
                        reading.reason());
        return new Guess(column, named, confidence, favour, reason);
    }

    Guess favoured(double more) {
        return new Guess(column, reading, confidence, favour + more, reason);
    }

    /// Among rivals for a field, a fuller column makes up for a slightly worse name.
    double rank() {
        return confidence + favour + 0.05 * column.fillRate();
    }
}
