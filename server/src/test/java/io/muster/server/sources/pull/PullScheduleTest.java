package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "'15 6 * * 1-5', Europe/Berlin, 2026-05-01T10:00:00Z, 2026-05-04T04:15:00Z",
        "'0 3 * * *', UTC, 2026-05-01T03:00:00Z, 2026-05-02T03:00:00Z",
        // An hour that the clock leaves out is made up for at the next.
        "'30 2 * * *', Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-30T00:30:00Z",
        "'*/5 * * * *', UTC, 2026-05-01T10:02:03Z, 2026-05-01T10:05:00Z"
    })
    void isDueByTheClockOfItsZone(String cron, String zone, Instant after, Instant next) {
        assertThat(PullSchedule.parse(cron, zone).orElseThrow().next(after)).contains(next);
    }

    @Test
    void aDayThatIsInNoCalendarNeverComes() {
        assertThat(
                        PullSchedule.parse("0 0 30 2 *", "UTC")
                                .orElseThrow()
                                .next(Instant.parse("2026-05-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "0 * * * * *", "61 * * * *", "@daily", "a b c d e"})
    void whatIsNoCrontabIsRefused(String cron) {
        assertThat(PullSchedule.parse(cron, "UTC")).isEmpty();
    }
}
