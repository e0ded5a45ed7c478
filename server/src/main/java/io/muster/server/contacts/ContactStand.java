package io.muster.server.contacts;

import io.muster.engine.matching.Contact;

/// A contact at this moment.
///
/// @param version of the tenant's contacts that its last change brought about
/// @param merged whether it has become another one, and is deleted for that
public record ContactStand(Contact contact, long version, boolean deleted, boolean merged) {}
