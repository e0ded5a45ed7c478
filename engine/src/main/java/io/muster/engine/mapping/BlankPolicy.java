package io.muster.engine.mapping;

/// What a blank cell does to the value that a contact holds already.
public enum BlankPolicy {
    KEEP,
    CLEAR
}
