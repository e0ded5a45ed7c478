package io.muster.engine.field;

import java.util.Locale;

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
    URL;

    /// As the API writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a field of this type takes its values from options.
    public boolean hasOptions() {
        return this == CHOICE || this == CHOICES;
    }
}
