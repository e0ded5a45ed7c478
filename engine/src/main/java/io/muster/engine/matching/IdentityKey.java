package io.muster.engine.matching;

import io.muster.engine.field.StandardField;

/// The fields that tell one contact from another; each value is unique within a tenant.
public enum IdentityKey {
    EXTERNAL_ID(StandardField.EXTERNAL_ID),
    PHONE(StandardField.PHONE),
    EMAIL(StandardField.EMAIL);

    private final StandardField field;

    IdentityKey(StandardField field) {
        this.field = field;
    }

    public StandardField field() {
        return field;
    }
}
