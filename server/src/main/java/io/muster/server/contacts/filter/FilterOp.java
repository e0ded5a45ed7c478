package io.muster.server.contacts.filter;

import java.util.Locale;

/// How a condition compares what a contact holds with its value.
public enum FilterOp {
    IS,
    /// Also where there is no value.
    IS_NOT,
    CONTAINS,
    /// Also where there is no value.
    DOES_NOT_CONTAIN,
    STARTS_WITH,
    /// One of several values.
    HAS,
    HAS_NOT,
    BEFORE,
    AFTER,
    GREATER,
    LESS,
    IS_EMPTY,
    IS_NOT_EMPTY;

    /// As the API writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether there is something to compare with.
    public boolean takesValue() {
        return this != IS_EMPTY && this != IS_NOT_EMPTY;
    }
}
