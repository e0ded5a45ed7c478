package io.muster.engine.outcome;

/// What was done with a row.
public enum Action {
    CREATED,
    UPDATED,
    UNCHANGED,
    SKIPPED,
    /// The row failed: nothing was done.
    NONE
}
