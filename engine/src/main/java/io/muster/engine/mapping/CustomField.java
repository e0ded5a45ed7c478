package io.muster.engine.mapping;

import io.muster.engine.field.FieldSpec;

/// A custom field of the tenant, as the suggestions need to know it.
public record CustomField(String key, String label, FieldSpec spec) {}
