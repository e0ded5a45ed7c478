package io.muster.engine.mapping;

/// When a column may write over what a contact holds already.
public enum WritePolicy {
    ALWAYS,
    /// Only where the contact has no value yet.
    IF_EMPTY
}
