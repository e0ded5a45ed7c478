package io.muster.server.fields;

import io.muster.engine.field.FieldType;

/// A field that a tenant has added.
///
/// @param key stable, as in `cf:<key>`
/// @param label what people read
public record CustomField(String key, String label, FieldType type) {}
