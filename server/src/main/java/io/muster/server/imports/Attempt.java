package io.muster.server.imports;

import org.jspecify.annotations.Nullable;

/// How far an import is with the attempts at its rows.
///
/// @param number the latest attempt that was begun, from 1
/// @param former how the import had ended before the later attempt that is under way; null when
///   none is
/// @param rows how many rows the later attempt takes up
/// @param done how many of them have their new outcome
/// @param cursor number of the last of these
public record Attempt(
        int number, @Nullable ImportStatus former, long rows, long done, long cursor) {

    /// Whether rows are being taken up again.
    public boolean isRetry() {
        return former != null;
    }
}
