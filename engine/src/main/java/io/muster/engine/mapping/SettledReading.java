package io.muster.engine.mapping;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.Detected;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.outcome.Code;
import java.util.List;
import java.util.Map;

/// What a column's values say about the settings that nobody chose: the decimal mark of its
/// numbers, the order of its dates. Settled once for the column, never row by row.
public sealed interface SettledReading {

    /// Settled, or nothing to settle.
    record Settled(CellReading reading) implements SettledReading {}

    /// Somebody has to choose.
    ///
    /// @param why what is in doubt and what to choose
    record Open(Code code, String why) implements SettledReading {}

    /// A column with what its values tell; as it is where they leave something open.
    ///
    /// @param fields what the tenant's custom fields hold, by key
    static ColumnMapping settle(
            ColumnMapping column, Map<String, FieldSpec> fields, List<String> samples) {
        return ColumnRules.spec(column.target(), fields)
                .map(spec -> of(spec.type(), column.reading(), samples))
                .map(found ->
                        switch (found) {
                            case Settled(CellReading reading) -> column.with(reading);
                            case Open _ -> column;
                        })
                .orElse(column);
    }

    /// @param type of the field that the column goes to
    static SettledReading of(FieldType type, CellReading reading, List<String> samples) {
        if (type == FieldType.NUMBER && reading.decimal() == DecimalMark.AUTO) {
            return number(reading, DecimalMark.detect(samples));
        }
        return type == FieldType.DATE && reading.dateFormat() == DateOrder.AUTO
                ? date(reading, DateOrder.detect(samples))
                : new Settled(reading);
    }

    private static SettledReading number(CellReading reading, Detected<DecimalMark> detected) {
        return switch (detected) {
            case Detected.Found(DecimalMark mark) -> new Settled(reading.with(mark));
            case Detected.Nothing() -> new Settled(reading);
            case Detected.Ambiguous(String example) ->
                    new Open(
                            Code.AMBIGUOUS_NUMBER,
                            "In “%s” the mark may stand before decimals or between thousands. Choose the decimal mark."
                                    .formatted(example));
            case Detected.Contradiction() ->
                    new Open(
                            Code.AMBIGUOUS_NUMBER,
                            "Its numbers do not all have the same decimal mark. Choose the one that is meant.");
        };
    }

    private static SettledReading date(CellReading reading, Detected<DateOrder> detected) {
        return switch (detected) {
            case Detected.Found(DateOrder order) -> new Settled(reading.with(order));
            case Detected.Nothing() -> new Settled(reading);
            case Detected.Ambiguous(String example) ->
                    new Open(
                            Code.AMBIGUOUS_DATE,
                            "In “%s” the day may come before the month or after it. Choose the date format."
                                    .formatted(example));
            case Detected.Contradiction() ->
                    new Open(
                            Code.AMBIGUOUS_DATE,
                            "Its dates are not all in the same order. Choose the date format that is meant.");
        };
    }
}
