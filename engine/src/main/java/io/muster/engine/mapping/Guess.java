package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;

/// A field that a column may go to.
///
/// @param reading what the header says, the reason in it
/// @param confidence 0 to 1, header and values together
record Guess(Column column, Reading.Named reading, double confidence, String reason) {

    StandardField field() {
        return reading.field();
    }

    boolean depends() {
        return reading.sense() == Reading.Sense.DEPENDS;
    }

    Guess as(StandardField other) {
        var named =
                new Reading.Named(
                        other,
                        Reading.Sense.PLAIN,
                        reading.word(),
                        reading.sureness(),
                        reading.reason());
        return new Guess(column, named, confidence, reason);
    }

    /// Among rivals for a field, a fuller column makes up for a slightly worse name.
    double rank() {
        return confidence + 0.05 * column.fillRate();
    }
}
