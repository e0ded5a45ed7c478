package io.muster.engine.field;

/// What one field accepts. Rules are immutable and safe for use by many threads.
@FunctionalInterface
public interface CellRule {

    /// Reads a cell.
    ///
    /// @param text trimmed, in Unicode NFC, free of control characters, and not empty
    Cell read(String text);

    /// The same rule for a row that names a region of its own; only phone numbers have one.
    ///
    /// @param region ISO 3166 alpha-2, or [#NOWHERE]
    default CellRule in(String region) {
        return this;
    }

    /// The region of a row that names one that nobody knows: only numbers with a country code can
    /// be read.
    String NOWHERE = "ZZ";
}
