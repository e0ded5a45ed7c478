package io.muster.server.fields;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import java.util.List;

/// A field that a tenant has defined.
///
/// @param key stable, unique within the tenant; values are stored under it
/// @param label what people call it
/// @param options what a choice can be, in the order in which people see them; empty for other
///   types
/// @param description what it is for, empty when nobody has said
public record CustomField(
        String key, String label, FieldType type, List<String> options, String description) {

    public CustomField {
        options = List.copyOf(options);
    }

    public CustomField(String key, String label, FieldType type, List<String> options) {
        this(key, label, type, options, "");
    }

    public CustomField(String key, String label, FieldType type) {
        this(key, label, type, List.of());
    }

    /// What the field holds.
    public FieldSpec spec() {
        return new FieldSpec(type, options);
    }
}
