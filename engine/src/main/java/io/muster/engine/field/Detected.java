package io.muster.engine.field;

/// What the values of a column tell about how it is written.
public sealed interface Detected<T> {

    /// Only this fits.
    record Found<T>(T value) implements Detected<T> {}

    /// The values can be read in more than one way.
    ///
    /// @param example one of them
    record Ambiguous<T>(String example) implements Detected<T> {}

    /// No single way fits all values.
    record Contradiction<T>() implements Detected<T> {}

    /// There is nothing to tell by.
    record Nothing<T>() implements Detected<T> {}
}
