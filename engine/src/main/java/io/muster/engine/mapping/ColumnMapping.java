package io.muster.engine.mapping;

import io.muster.engine.field.CellReading;

/// Where one column of the file goes, and how it writes.
///
/// @param index the column's place in the file, from 0
/// @param tags how a column of tags writes; without meaning for other targets
/// @param reading how the column writes its values
/// @param values what single values stand for
public record ColumnMapping(
        int index,
        Target target,
        WritePolicy write,
        BlankPolicy blank,
        TagPolicy tags,
        CellReading reading,
        ValueMapping values) {

    public ColumnMapping(int index, Target target) {
        this(
                index,
                target,
                WritePolicy.ALWAYS,
                BlankPolicy.KEEP,
                TagPolicy.APPEND,
                CellReading.DEFAULT,
                ValueMapping.NONE);
    }

    /// A column whose values stand for themselves.
    public ColumnMapping(
            int index,
            Target target,
            WritePolicy write,
            BlankPolicy blank,
            TagPolicy tags,
            CellReading reading) {
        this(index, target, write, blank, tags, reading, ValueMapping.NONE);
    }

    public ColumnMapping with(CellReading other) {
        return new ColumnMapping(index, target, write, blank, tags, other, values);
    }

    public ColumnMapping with(ValueMapping other) {
        return new ColumnMapping(index, target, write, blank, tags, reading, other);
    }
}
