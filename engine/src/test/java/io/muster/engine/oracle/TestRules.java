package io.muster.engine.oracle;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.Target;
import java.util.Locale;
import java.util.Optional;

/// The rules that the comparison uses on both sides.
public final class TestRules {
    static final Rules RULES =
            new Rules(new RuleSettings("US", Locale.ENGLISH, text -> Optional.empty()));

    private TestRules() {}

    public static CellRule rule(ColumnMapping column) {
        return switch (column.target()) {
            case Target.Standard(StandardField field) -> RULES.of(field);
            case Target.Custom _, Target.NewCustom _, Target.Skip _ -> RULES.of(FieldType.TEXT);
        };
    }
}
