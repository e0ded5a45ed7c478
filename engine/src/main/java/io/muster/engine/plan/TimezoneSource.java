package io.muster.engine.plan;

/// Where a contact's time zone may come from.
public enum TimezoneSource {
    /// From a column of the file only.
    FILE,
    /// From the row's phone number too, where the contact has none and the number has just one.
    PHONE
}
