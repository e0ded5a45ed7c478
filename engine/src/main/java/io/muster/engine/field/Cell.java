package io.muster.engine.field;

import io.muster.engine.outcome.Code;

/// What a rule makes of the text of a cell.
public sealed interface Cell {

    /// The normalised value: a `String`, a `Boolean`, a `BigDecimal`, or a `List<String>` for tags
    /// and choices.
    record Valid(Object value) implements Cell {}

    /// The text is refused.
    ///
    /// @param message what is wrong and what to do, usually the code's own sentence
    record Invalid(Code code, String message) implements Cell {
        public Invalid(Code code) {
            this(code, code.sentence());
        }
    }

    /// The text is understood and gives the field no value.
    record Nothing() implements Cell {}
}
