package io.muster.server.fields;

import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Map;

/// Knows where custom fields are named. Whoever keeps something that names fields provides one.
public interface FieldUses {

    /// All uses by the key of the field.
    Map<String, List<Use>> of(TenantId tenant);

    /// One thing that names a field.
    ///
    /// @param name of the thing, for people
    /// @param path where it is
    record Use(Kind kind, String name, String path) {}

    /// What names fields.
    enum Kind {
        SEGMENT,
        SAVED_MAPPING,
        SOURCE
    }
}
