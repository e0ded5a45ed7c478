package io.muster.server.contacts.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A moment, or a whole day in UTC, that the times of contacts are compared with.
///
/// @param from its begin
/// @param to the first moment behind it
public record FilterTime(Instant from, Instant to) {
    /// The database knows nothing shorter.
    private static final Duration SHORTEST = Duration.ofNanos(1_000);

    public static Optional<FilterTime> parse(String text) {
        try {
            FilterTime time = text.contains("T") ? moment(text) : day(text);
            return Optional.of(time).filter(FilterTime::isStorable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Years of four digits are what the database and everybody else can say.
    private boolean isStorable() {
        return from.atOffset(ZoneOffset.UTC).getYear() >= 1
                && to.atOffset(ZoneOffset.UTC).getYear() <= 9_999;
    }

    private static FilterTime day(String text) {
        LocalDate day = LocalDate.parse(text);
        return new FilterTime(start(day), start(day.plusDays(1)));
    }

    private static FilterTime moment(String text) {
        Instant at = OffsetDateTime.parse(text).toInstant();
        return new FilterTime(at, at.plus(SHORTEST));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
