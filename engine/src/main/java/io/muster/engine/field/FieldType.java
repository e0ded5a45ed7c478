package io.muster.engine.field;

/// The types that a custom field can have.
public enum FieldType {
    TEXT,
    NUMBER,
    DATE,
    YES_NO,
    CHOICE,
    CHOICES,
    EMAIL,
    PHONE,
    URL
}
