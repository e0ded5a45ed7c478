package io.muster.engine.mapping;

import java.util.List;

/// What a row must hold to be imported at all.
public sealed interface Requirement {

    /// Each of these fields, by name as in the API.
    record Fields(List<String> names) implements Requirement {}

    /// Any one mapped value.
    record AnyValue() implements Requirement {}

    /// Reads the option `required`: field names, or `any`; nothing named means any one value.
    static Requirement of(List<String> names) {
        return names.isEmpty() || names.contains("any")
                ? new AnyValue()
                : new Fields(List.copyOf(names));
    }
}
