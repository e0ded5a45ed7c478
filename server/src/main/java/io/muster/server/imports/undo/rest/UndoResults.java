package io.muster.server.imports.undo.rest;

import io.muster.server.imports.undo.UndoResult;
import io.muster.server.platform.web.ApiProblem;
import org.jspecify.annotations.Nullable;

/// Reads the query parameter `result`.
final class UndoResults {
    private UndoResults() {}

    /// @return null for all rows
    /// @throws ApiProblem 400 for a name that there is not
    static @Nullable UndoResult filter(@Nullable String result) {
        if (result == null || result.isEmpty()) {
            return null;
        }
        return UndoResult.of(result)
                .orElseThrow(() ->
                        ApiProblem.invalid(
                                "result",
                                "INVALID_RESULT",
                                "result must be one of: reverted, kept, failed."));
    }
}
