package io.muster.server.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// Reads a point in time from the query of an address.
public final class Moment {
    private Moment() {}

    /// @param name of the parameter
    /// @throws ApiProblem 400 naming the parameter that is malformed
    public static Instant parse(String name, String text) {
        try {
            // A plus in an address is a blank unless it was escaped.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ApiProblem.invalid(
                    name,
                    "INVALID_TIME",
                    name + " must be a moment with its offset, such as 2026-03-14T09:00:00Z.");
        }
    }
}
