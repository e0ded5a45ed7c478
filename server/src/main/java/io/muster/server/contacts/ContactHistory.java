package io.muster.server.contacts;

import io.muster.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Knows what made a contact what it is. Whoever writes contacts from outside provides one.
public interface ContactHistory {

    /// What happened to a contact, newest first.
    ///
    /// @param contacts its id, and those of the contacts that were merged into it
    /// @param limit how many events at most
    List<Event> of(TenantId tenant, List<UUID> contacts, int limit);

    /// One row that was about the contact.
    ///
    /// @param action `created`, `updated`, `unchanged` or `reverted`
    /// @param fields whose values it changed, by their names in filters; empty when that is not
    ///   kept
    /// @param origin where the row came from, for people
    /// @param path where to read more
    record Event(
            Instant at, String action, List<String> fields, String origin, long row, String path) {
        public Event {
            fields = List.copyOf(fields);
        }
    }
}
