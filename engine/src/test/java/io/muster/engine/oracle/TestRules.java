package io.muster.engine.oracle;

import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import java.util.Locale;
import java.util.Optional;

/// The rules that the comparison uses on both sides.
final class TestRules {
    private TestRules() {}

    static Rules rules() {
        return new Rules(new RuleSettings("US", Locale.ENGLISH, text -> Optional.empty()));
    }
}
