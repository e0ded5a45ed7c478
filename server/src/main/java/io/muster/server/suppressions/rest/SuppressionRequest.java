package io.muster.server.suppressions.rest;

import org.jspecify.annotations.Nullable;

/// A value as a program wants it on the list.
///
/// @param kind `phone`, `email` or `domain`; found out when absent
/// @param value as people write it
/// @param reason up to 500 characters
record SuppressionRequest(@Nullable String kind, @Nullable String value, @Nullable String reason) {}
