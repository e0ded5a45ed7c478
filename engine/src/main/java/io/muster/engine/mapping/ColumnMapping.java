package io.muster.engine.mapping;

/// Where one column of the file goes, and how it writes.
///
/// @param index the column's place in the file, from 0
/// @param tags how a column of tags writes; without meaning for other targets
public record ColumnMapping(
        int index, Target target, WritePolicy write, BlankPolicy blank, TagPolicy tags) {

    public ColumnMapping(int index, Target target) {
        this(index, target, WritePolicy.ALWAYS, BlankPolicy.KEEP, TagPolicy.APPEND);
    }
}
