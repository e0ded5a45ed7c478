package io.muster.engine.field;

import java.util.Locale;

/// Settings an import gives to its rules.
///
/// @param defaultRegion ISO 3166 alpha-2, in any case: whose phone numbers come without a country
///   code
/// @param language the tenant's, in which country names may be written
/// @param owners the members that a row may name as owner
/// @param teams the teams that a row may name
public record RuleSettings(
        String defaultRegion, Locale language, Directory owners, Directory teams) {

    public RuleSettings {
        defaultRegion = defaultRegion.toUpperCase(Locale.ROOT);
    }
}
