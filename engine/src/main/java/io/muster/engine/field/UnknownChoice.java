package io.muster.engine.field;

/// What becomes of a value that is none of a field's options.
public enum UnknownChoice {
    REFUSE,
    /// It becomes an option, spelled as it stands in the file.
    ADD
}
