package io.muster.engine.oracle;

import io.muster.engine.field.CellRule;
import io.muster.engine.field.Directory;
import io.muster.engine.field.Roster;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.plan.ImportOptions;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rules that the comparison uses on both sides.
public final class TestRules {

    /// Members that a row may name.
    public static final String[] OWNERS = {"Some operator", "Some admin"};

    /// Teams that a row may name.
    public static final String[] TEAMS = {"North", "South"};

    private TestRules() {}

    static Rules of(ImportOptions options) {
        return new Rules(
                new RuleSettings(
                        options.defaultRegion(),
                        Locale.ENGLISH,
                        directory(OWNERS),
                        directory(TEAMS)));
    }

    public static Function<ColumnMapping, CellRule> by(Rules rules) {
        var columns = new ColumnRules(rules, RandomImport.FIELDS);
        return column -> columns.of(column).orElseThrow();
    }

    private static Directory directory(String... names) {
        return new Roster(
                Stream.of(names)
                        .map(name -> new Roster.Entry("id of " + name, Set.of(), name))
                        .toList());
    }
}
