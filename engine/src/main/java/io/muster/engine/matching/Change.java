package io.muster.engine.matching;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a row does to the stored contacts.
public sealed interface Change {

    Contact after();

    default UUID contactId() {
        return after().id();
    }

    /// A contact that was not there.
    record Create(Contact after) implements Change {}

    /// New values for a contact that was there.
    ///
    /// @param before the former value of each field that changed, by its name in the API; null for
    ///   none
    record Update(Contact after, Map<String, @Nullable Object> before) implements Change {}
}
