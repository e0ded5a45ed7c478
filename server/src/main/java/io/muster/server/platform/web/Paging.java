package io.muster.server.platform.web;

import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for: the query parameters `limit` and `cursor`.
///
/// Controllers take it as an argument; a malformed parameter never reaches them.
///
/// @param limit 1 to 200 items, 50 unless asked otherwise
public record Paging(int limit, @Nullable Cursor cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /// One more than the limit, so that the end of the list is known without counting.
    public int fetch() {
        return limit + 1;
    }

    /// @throws ApiProblem 400 naming the parameter that is malformed
    public static Paging parse(@Nullable String limit, @Nullable String cursor) {
        return new Paging(
                limit == null || limit.isEmpty() ? DEFAULT_LIMIT : parseLimit(limit),
                cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor));
    }

    private static int parseLimit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same answer as a number out of range.
        }
        throw ApiProblem.invalid(
                "limit",
                "INVALID_LIMIT",
                "limit must be a whole number from 1 to " + MAX_LIMIT + ".");
    }
}
