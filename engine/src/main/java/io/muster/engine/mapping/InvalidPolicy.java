package io.muster.engine.mapping;

/// What a cell that its field refuses does to its row.
public enum InvalidPolicy {
    /// The row fails, with all its errors listed.
    REJECT_ROW,
    /// The cell is dropped with a warning and the rest is kept.
    DROP_FIELD
}
