package io.muster.engine.mapping;

import io.muster.engine.field.CellRule;

/// A column that is imported, with all that is needed to read and to write its cells.
///
/// @param target a standard or an existing custom field
public record Slot(
        int column,
        Target target,
        CellRule rule,
        WritePolicy write,
        BlankPolicy blank,
        TagPolicy tags) {

    /// The field's name as in the API.
    public String field() {
        return target.text();
    }
}
