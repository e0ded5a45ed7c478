package io.muster.engine.field;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What a custom field holds.
///
/// @param options the values of a choice, in the order in which people see them; empty for other
///   types
public record FieldSpec(FieldType type, List<String> options) {

    public FieldSpec {
        options = List.copyOf(options);
    }

    /// The same with options that are not among its own yet, behind them.
    public FieldSpec with(Collection<String> more) {
        return more.isEmpty()
                ? this
                : new FieldSpec(
                        type, Stream.concat(options.stream(), more.stream()).distinct().toList());
    }

    public static FieldSpec of(FieldType type) {
        return new FieldSpec(type, List.of());
    }
}
