package io.muster.engine.field;

import org.jspecify.annotations.Nullable;

/// How one column of a file writes its values. What the field of the column has no use for is
/// without meaning.
///
/// @param separator between tags or choices
/// @param region ISO 3166 alpha-2, whose phone numbers the column writes without a country code;
///   null for the import's
public record CellReading(
        DecimalMark decimal,
        DateFormat dateFormat,
        Separator separator,
        UnknownChoice unknownChoice,
        @Nullable String region) {

    public static final CellReading DEFAULT =
            new CellReading(
                    DecimalMark.AUTO, DateOrder.AUTO, Separator.AUTO, UnknownChoice.REFUSE, null);

    public CellReading with(DecimalMark mark) {
        return new CellReading(mark, dateFormat, separator, unknownChoice, region);
    }

    public CellReading with(DateFormat format) {
        return new CellReading(decimal, format, separator, unknownChoice, region);
    }
}
