package io.muster.engine.file.xlsx;

/// A piece of a section of a number format.
sealed interface FormatToken {

    /// Text that stands there as it is.
    record Literal(String text) implements FormatToken {}

    /// The place of a digit: `0`, `#` or `?`.
    record Digit(char kind) implements FormatToken {}

    /// The decimal point, which within a time stands before the parts of a second.
    record Point() implements FormatToken {}

    /// Sets thousands apart, or divides by them at the end.
    record Comma() implements FormatToken {}

    record Percent() implements FormatToken {}

    /// A part of a date or time: `yyyy`, `m`, `dd`, `hh`, `ss`, `AM/PM`.
    record Time(String letters) implements FormatToken {}

    /// Hours, minutes or seconds that go on counting: `[h]`.
    record Elapsed(char unit) implements FormatToken {}

    /// The number as it is when nobody gave it a look, or in a notation that loses digits.
    record Plain() implements FormatToken {}
}
