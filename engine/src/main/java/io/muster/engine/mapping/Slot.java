package io.muster.engine.mapping;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.FormulaGuard;
import java.util.List;

/// A column that is imported, with all that is needed to read and to write its cells.
///
/// @param target a standard or an existing custom field
public record Slot(
        int column,
        Target target,
        CellRule rule,
        WritePolicy write,
        BlankPolicy blank,
        TagPolicy tags,
        ValueMapping values) {

    /// A slot whose values stand for themselves.
    public Slot(
            int column,
            Target target,
            CellRule rule,
            WritePolicy write,
            BlankPolicy blank,
            TagPolicy tags) {
        this(column, target, rule, write, blank, tags, ValueMapping.NONE);
    }

    /// The cell of a row as it stands in the file, but for what a spreadsheet put before it.
    String raw(List<String> cells) {
        return FormulaGuard.restore(cells.get(column));
    }

    /// The cell of a row as the rule is to read it.
    String text(List<String> cells) {
        return values.apply(raw(cells));
    }

    /// The field's name as in the API.
    public String field() {
        return target.text();
    }

    /// Whether it only says how other cells of its row are read.
    public boolean isHint() {
        return target instanceof Target.Standard(StandardField field) && field.isHint();
    }

    /// The place of the first slot for a field; -1 when there is none.
    public static int indexOf(List<Slot> slots, StandardField field) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).target() instanceof Target.Standard standard
                    && standard.field() == field) {
                return i;
            }
        }
        return -1;
    }
}
