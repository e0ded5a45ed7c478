package io.muster.server.imports.repair;

import java.util.List;

/// What a fix would do.
///
/// @param rows how many are meant; exact when all were looked at
/// @param looked how many of them were looked at, from the first one on
/// @param changed how many of these it changes
/// @param passing how many of these then pass the rules of their fields
/// @param examples some of the changes
public record FixPreview(
        long rows, long looked, long changed, long passing, List<Example> examples) {

    /// A cell that would change.
    ///
    /// @param before its text as it stands
    /// @param after its text after the fix; `before` for a row that is dropped
    public record Example(long row, String before, String after) {}

    /// Whether the numbers are those of all rows.
    public boolean isComplete() {
        return looked >= rows;
    }

    /// How many rows it changes as far as can be told.
    public long estimate() {
        return isComplete() ? changed : rows;
    }
}
