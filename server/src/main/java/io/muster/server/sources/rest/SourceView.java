package io.muster.server.sources.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.imports.ImportSettings;
import io.muster.server.sources.Source;
import io.muster.server.sources.SourceHealth.Health;
import io.muster.server.sources.SourceMapping;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source as it is shown.
///
/// @param mapping targets by JSON pointer
/// @param webhook the address for signed webhooks; null while it has no secret
/// @param lastSeen when something came from it last; null for never
/// @param lastDay what came in the last 24 hours
@JsonInclude(JsonInclude.Include.ALWAYS)
record SourceView(
        String key,
        String name,
        Map<String, Object> mapping,
        @JsonInclude(JsonInclude.Include.NON_NULL) ImportSettings options,
        @Nullable String webhook,
        @Nullable Instant lastSeen,
        Day lastDay,
        Instant createdAt,
        Instant updatedAt) {

    /// Rows by result.
    record Day(long success, long warning, long failure) {}

    static SourceView of(Source source, Health health, @Nullable String webhook) {
        return new SourceView(
                source.key(),
                source.name(),
                SourceMapping.write(source.mapping()),
                source.settings().withColumns(null),
                webhook,
                health.lastSeen(),
                new Day(health.success(), health.warning(), health.failure()),
                source.createdAt(),
                source.updatedAt());
    }
}
