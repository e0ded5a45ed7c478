package io.muster.server.importlog.rest;

import io.muster.server.access.Caller;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogFilters;
import io.muster.server.importlog.LogRange;
import io.muster.server.importlog.LogReason;
import io.muster.server.importlog.LogResult;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the parameters by which programs ask for a part of the log.
@Component
class LogQuery {
    private static final Duration USUAL = Duration.ofMinutes(15);

    private final LogFilters filters;
    private final Clock clock;

    LogQuery(LogFilters filters, Clock clock) {
        this.filters = filters;
        this.clock = clock;
    }

    /// @throws ApiProblem 400 naming the parameter that is malformed
    LogFilter read(
            Caller caller,
            @Nullable String from,
            @Nullable String to,
            @Nullable String result,
            @Nullable String source,
            @Nullable String reason,
            @Nullable String q) {
        return filters.of(
                caller,
                range(blankToNull(from), blankToNull(to)),
                result(blankToNull(result)),
                blankToNull(source),
                reason(blankToNull(reason)),
                q == null ? "" : q);
    }

    private LogRange range(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return LogRange.since(clock.instant().minus(USUAL));
        }
        return new LogRange(
                from == null ? Instant.MIN : Moment.parse("from", from),
                to == null ? Instant.MAX : Moment.parse("to", to));
    }

    private static @Nullable LogResult result(@Nullable String text) {
        return text == null
                ? null
                : LogResult.of(text)
                        .orElseThrow(() ->
                                ApiProblem.invalid(
                                        "result",
                                        "INVALID_RESULT",
                                        "result must be one of: success, warning, failure."));
    }

    private static @Nullable LogReason reason(@Nullable String text) {
        return text == null
                ? null
                : LogReason.of(text)
                        .orElseThrow(() ->
                                ApiProblem.invalid(
                                        "reason",
                                        "INVALID_REASON",
                                        "reason must be a code, and behind a colon the field that it is about, such as INVALID_EMAIL:email."));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
