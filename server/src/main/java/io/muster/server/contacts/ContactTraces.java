package io.muster.server.contacts;

import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;

/// Whatever others keep about contacts, which goes when these are erased.
public interface ContactTraces {

    /// Removes all that tells who these people were. Comes in the transaction that erases them.
    ///
    /// @param contacts all ids under which they were known
    /// @param keys all keys that led to them
    void erase(TenantId tenant, Collection<UUID> contacts, ContactKeys keys);
}
