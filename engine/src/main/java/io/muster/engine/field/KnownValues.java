package io.muster.engine.field;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The values that some fields can have, for people to choose from.
public final class KnownValues {

    private KnownValues() {}

    /// IANA ids of the places of the world, in alphabetical order.
    public static List<String> timezones() {
        return TimezoneRule.canonical()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
                .sorted()
                .toList();
    }

    /// ISO 3166 alpha-2 codes, in alphabetical order.
    public static List<String> countries() {
        return Stream.of(Locale.getISOCountries()).sorted().toList();
    }
}
