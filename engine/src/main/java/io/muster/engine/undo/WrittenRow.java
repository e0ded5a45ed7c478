package io.muster.engine.undo;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that wrote something, and what is kept of that.
public sealed interface WrittenRow {

    /// Counts the records of the file, from 1.
    long number();

    UUID contact();

    /// The row made the contact.
    record Made(long number, UUID contact) implements WrittenRow {}

    /// The row changed a contact that was there.
    ///
    /// @param before the former value of each field that changed, by its name in the API; null when
    ///   it is no longer kept
    record Changed(long number, UUID contact, @Nullable Map<String, @Nullable Object> before)
            implements WrittenRow {}
}
