package io.muster.engine.repair;

import io.muster.engine.field.DateFormat;
import java.util.Map;

/// One repair of many rows.
public sealed interface Fix {

    /// Writes the same value into each cell.
    ///
    /// @param value `""` to blank the cells
    record SetValue(String value) implements Fix {}

    /// Writes for some values other ones; the rest stays.
    record MapValues(Map<String, String> values) implements Fix {}

    /// Replaces a part of each cell wherever it occurs, in any case.
    record Replace(String find, String with) implements Fix {}

    /// Reads phone numbers without a country code as those of a region.
    ///
    /// @param region ISO 3166 alpha-2
    record ReadPhones(String region) implements Fix {}

    /// Reads dates in another format than the column's.
    record ReadDates(DateFormat format) implements Fix {}

    /// Takes what each cell was probably meant to be, where that can be guessed.
    record TakeSuggestion() implements Fix {}

    /// Takes the rows out of the import.
    record Drop() implements Fix {}
}
