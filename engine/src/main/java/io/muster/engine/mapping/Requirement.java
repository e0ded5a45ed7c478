package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import java.util.List;

/// What a row must hold to be imported at all.
public sealed interface Requirement {
    /// Stands among the names of fields for any one that tells whom a row is about.
    String ANY_KEY = "any_key";

    /// Each of these fields, by name as in the API.
    record Fields(List<String> names) implements Requirement {}

    /// Any one mapped value.
    record AnyValue() implements Requirement {}

    /// Whether a value of the field is what the name asks for.
    static boolean isMet(String name, String field) {
        return name.equals(ANY_KEY)
                ? StandardField.byKey(field).filter(StandardField::isKey).isPresent()
                : name.equals(field);
    }

    /// Reads the option `required`: field names, or `any`; nothing named means any one value.
    static Requirement of(List<String> names) {
        return names.isEmpty() || names.contains("any")
                ? new AnyValue()
                : new Fields(List.copyOf(names));
    }
}
