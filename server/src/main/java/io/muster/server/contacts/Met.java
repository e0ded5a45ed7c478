package io.muster.server.contacts;

import io.muster.engine.matching.Contact;

/// A contact that a dry run meets.
///
/// @param firstRow the first row that was placed at it; 0 for none
/// @param isStored whether it was there before the dry run
public record Met(Contact contact, long firstRow, boolean isStored) {}
