package io.muster.server.contacts;

import io.muster.engine.matching.Contact;

/// What becomes of two contacts when one is merged into the other.
///
/// @param into the one that stays, as it is
/// @param from the one that goes
/// @param after the one that stays, as it would be
/// @param seen tells whether both still are as they were
public record Merging(Contact into, Contact from, Contact after, String seen) {}
