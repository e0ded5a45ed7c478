package io.muster.server.imports.rest;

import io.muster.server.imports.RowFilter;
import io.muster.server.platform.web.ApiProblem;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the query parameter `result`.
final class Results {
    private Results() {}

    /// @return null for all rows
    /// @throws ApiProblem 400 for a name that there is not
    static @Nullable RowFilter filter(@Nullable String result) {
        if (result == null || result.isEmpty()) {
            return null;
        }
        return RowFilter.of(result)
                .orElseThrow(() -> {
                    String names =
                            Stream.of(RowFilter.values())
                                    .map(RowFilter::text)
                                    .collect(Collectors.joining(", "));
                    return ApiProblem.invalid(
                            "result", "INVALID_RESULT", "result must be one of: " + names + ".");
                });
    }
}
