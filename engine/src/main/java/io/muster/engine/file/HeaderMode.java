package io.muster.engine.file;

/// Whether the first row names the columns or is a contact already.
public enum HeaderMode {
    PRESENT,
    ABSENT
}
