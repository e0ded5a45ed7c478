package io.muster.server.notifications.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    @ParameterizedTest
    @CsvSource({
        // Monday, before and after six.
        "DAILY,  2026-05-04T05:59:59Z, 2026-05-02T00:00:00Z, 2026-05-03T00:00:00Z",
        "DAILY,  2026-05-04T06:00:00Z, 2026-05-03T00:00:00Z, 2026-05-04T00:00:00Z",
        "WEEKLY, 2026-05-04T05:59:59Z, 2026-04-20T00:00:00Z, 2026-04-27T00:00:00Z",
        "WEEKLY, 2026-05-04T06:00:00Z, 2026-04-27T00:00:00Z, 2026-05-04T00:00:00Z",
        "WEEKLY, 2026-05-10T23:00:00Z, 2026-04-27T00:00:00Z, 2026-05-04T00:00:00Z"
    })
    void tellsOfThePeriodThatIsOver(Rhythm rhythm, Instant now, Instant from, Instant to) {
        assertThat(rhythm.latest(now)).isEqualTo(new Rhythm.Period(from, to));
    }
}
