package io.muster.server.imports.rest;

import io.muster.engine.outcome.Code;
import io.muster.server.imports.RowFilter;
import io.muster.server.imports.RowSelection;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.platform.web.ApiProblem;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the query parameters that choose rows.
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

    /// @param code of a remark; null for all rows
    /// @param field that the remark is about; blank for one about whole rows
    /// @throws ApiProblem 400 for a name that there is not
    static RowSelection selection(
            @Nullable String result, @Nullable String code, @Nullable String field) {
        if (code == null || code.isEmpty()) {
            return RowSelection.of(filter(result));
        }
        Code known =
                Stream.of(Code.values())
                        .filter(one -> one.name().equals(code))
                        .findFirst()
                        .orElseThrow(() ->
                                ApiProblem.invalid(
                                        "code",
                                        "INVALID_CODE",
                                        "There is no remark of this name."));
        return new RowSelection(
                filter(result), new Issue(known, field == null || field.isEmpty() ? null : field));
    }
}
