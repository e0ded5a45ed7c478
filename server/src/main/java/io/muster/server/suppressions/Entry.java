package io.muster.server.suppressions;

import io.muster.engine.outcome.Code;

/// A value that somebody wants on the list, as it was read.
public sealed interface Entry {

    /// @param value in its stored form
    record Good(SuppressionKind kind, String value, String reason) implements Entry {}

    /// @param part of the request that is at fault: `kind`, `value` or `reason`
    record Bad(String part, Code code, String message) implements Entry {}
}
