package io.muster.engine.oracle;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import java.util.Locale;
import java.util.Optional;

/// The rules that the comparison uses on both sides.
public final class TestRules {
    static final Rules RULES =
            new Rules(new RuleSettings("US", Locale.ENGLISH, text -> Optional.empty()));

    private TestRules() {}

    public static CellRule rule(ColumnMapping column) {
        return new ColumnRules(RULES, RandomImport.FIELDS).of(column).orElseThrow();
    }
}
