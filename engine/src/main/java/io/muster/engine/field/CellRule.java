package io.muster.engine.field;

/// What one field accepts. Rules are immutable and safe for use by many threads.
@FunctionalInterface
public interface CellRule {

    /// Reads a cell.
    ///
    /// @param text trimmed, in Unicode NFC, free of control characters, and not empty
    Cell read(String text);
}
