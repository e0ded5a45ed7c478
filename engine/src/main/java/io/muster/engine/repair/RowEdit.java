package io.muster.engine.repair;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person did to one row.
public sealed interface RowEdit {

    /// Cells were written anew. A row that had been dropped is back.
    ///
    /// @param cells the new texts by the index of their column, `""` for a blank cell; null where
    ///   the cell is left out, so that its field keeps what the contact has
    record Cells(Map<Integer, @Nullable String> cells) implements RowEdit {}

    /// The row was taken out of the import.
    record Drop() implements RowEdit {}
}
