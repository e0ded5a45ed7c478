package io.muster.server.sources.pull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/// When a pull is due: the five fields of crontab, by the clock of a time zone.
public record PullSchedule(String cron, ZoneId zone) {
    private static final int FIELDS = 5;

    /// @return empty when either cannot be read
    static Optional<PullSchedule> parse(String cron, String zone) {
        try {
            var schedule = new PullSchedule(cron.strip(), ZoneId.of(zone.strip()));
            schedule.expression();
            return Optional.of(schedule);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// @return empty when it never is, as on 30 February
    Optional<Instant> next(Instant after) {
        return Optional.ofNullable(expression().next(ZonedDateTime.ofInstant(after, zone)))
                .map(ZonedDateTime::toInstant);
    }

    private CronExpression expression() {
        if (cron.split("\\s+").length != FIELDS) {
            throw new IllegalArgumentException("Not five fields");
        }
        return CronExpression.parse("0 " + cron);
    }
}
