package io.muster.engine.field;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the dates of a column are written: in an order of their parts, or by an exact pattern.
public sealed interface DateFormat permits DateOrder, DatePattern {

    /// The date that the text says in this format; null when it says none.
    @Nullable LocalDate read(String text);

    /// The date as this format writes it, so that it reads it back.
    String write(LocalDate date);

    /// As the API writes it.
    String text();

    /// For people: what a date looks like.
    String example();

    /// Reads what the API writes: the name of an order, or a pattern such as `dd.MM.yyyy`.
    ///
    /// @return empty when it is neither, or when a date written by the pattern cannot be read back
    static Optional<DateFormat> parse(String text) {
        Optional<DateFormat> order =
                Arrays.stream(DateOrder.values())
                        .filter(one -> one.text().equals(text.toLowerCase(Locale.ROOT)))
                        .map(DateFormat.class::cast)
                        .findFirst();
        return order.isPresent() ? order : DatePattern.parse(text).map(DateFormat.class::cast);
    }
}
