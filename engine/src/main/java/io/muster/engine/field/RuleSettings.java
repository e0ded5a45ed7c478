package io.muster.engine.field;

import java.util.Locale;

/// Settings an import gives to its rules.
public record RuleSettings(String defaultRegion, Locale language, Directory owners) {}
