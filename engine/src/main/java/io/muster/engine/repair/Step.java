package io.muster.engine.repair;

/// One step of the work on the rows of an import, as far as it concerns a single row.
public sealed interface Step {

    /// Counts the steps of an import; a later one builds upon the earlier ones.
    long number();

    /// The row itself was edited.
    record Edited(long number, RowEdit edit) implements Step {}

    /// Many rows were fixed at once, this one perhaps among them.
    record Fixed(long number, Scope scope, Fix fix) implements Step {}
}
