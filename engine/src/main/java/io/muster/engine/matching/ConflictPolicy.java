package io.muster.engine.matching;

/// What a key that belongs to another contact does to its row.
public enum ConflictPolicy {
    /// The row fails: a person decides who it is.
    REJECT_ROW,
    /// The contact of the first key is meant; the key stays where it is, with a warning.
    DROP_FIELD
}
