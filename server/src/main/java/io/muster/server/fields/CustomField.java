package io.muster.server.fields;

import io.muster.engine.field.FieldType;

/// A field that a tenant has defined.
///
/// @param key stable, unique within the tenant; values are stored under it
/// @param label what people call it
public record CustomField(String key, String label, FieldType type) {}
