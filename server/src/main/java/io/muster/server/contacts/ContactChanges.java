package io.muster.server.contacts;

import io.muster.server.tenants.TenantId;
import java.util.List;

/// Knows what may change contacts at this moment. Whoever changes them in the background provides
/// one.
public interface ContactChanges {

    /// The latest first; not all of very many.
    List<Change> underWay(TenantId tenant);

    /// Something that changes contacts.
    ///
    /// @param what it is called, for people
    /// @param path where it can be watched
    record Change(String what, String path) {}
}
