package io.muster.engine.field;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/// The one form in which each value of a custom field is kept and compared.
///
/// JSON has one kind of number and Java has many, and `1.50` is `1.5`: a value must be equal to
/// itself after it was written to the database and read again, or each import would change it.
public final class FieldValue {

    private FieldValue() {}

    /// @param value a text, a yes or no, a number of any kind, or a list of choices
    public static Object canonical(Object value) {
        return switch (value) {
            case BigDecimal number -> number(number);
            case BigInteger number -> number(new BigDecimal(number));
            case Number number -> number(new BigDecimal(number.toString()));
            case List<?> choices ->
                    choices.stream().map(Object::toString).sorted().distinct().toList();
            default -> value;
        };
    }

    /// Without zeros at the end of the decimals, and never as a power of ten.
    static BigDecimal number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
