package io.muster.engine.field;

import java.util.List;

/// What a custom field holds.
///
/// @param options the values of a choice, in the order in which people see them; empty for other
///   types
public record FieldSpec(FieldType type, List<String> options) {

    public FieldSpec {
        options = List.copyOf(options);
    }

    public static FieldSpec of(FieldType type) {
        return new FieldSpec(type, List.of());
    }
}
