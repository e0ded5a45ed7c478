package io.muster.server.notifications.digests;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How often a member wants a digest.
public enum Rhythm {
    /// Of the day before.
    DAILY,
    /// On Mondays, of the seven days before.
    WEEKLY;

    /// Nobody reads mail earlier, and the last pushes of the day have arrived.
    private static final Duration AFTER_MIDNIGHT = Duration.ofHours(6);

    /// Whole days by UTC.
    ///
    /// @param to the moment at which it is over
    public record Period(Instant from, Instant to) {}

    /// As the form and the database write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rhythm> find(String text) {
        return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /// The latest period that it is time to tell of.
    Period latest(Instant now) {
        LocalDate today = LocalDate.ofInstant(now.minus(AFTER_MIDNIGHT), ZoneOffset.UTC);
        return switch (this) {
            case DAILY -> new Period(start(today.minusDays(1)), start(today));
            case WEEKLY -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(start(monday.minusWeeks(1)), start(monday));
            }
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
