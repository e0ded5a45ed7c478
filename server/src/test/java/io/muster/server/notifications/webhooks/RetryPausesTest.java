package io.muster.server.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPausesTest {
    private final RetryPauses pauses = new RetryPauses(Duration.ofSeconds(10));

    @Test
    void growToABoundAndComeToALittleOverADay() {
        var random = new SplittableRandom(1);
        Duration all = Duration.ZERO;
        for (int tries = 1; tries < 8; tries++) {
            double middle = Math.min(10 * Math.pow(6, tries - 1), 43_200);
            Duration pause = pauses.after(tries, random);
            assertThat(pause.toMillis() / 1_000.0).isBetween(middle * 0.8, middle * 1.2);
            all = all.plus(pause);
        }
        assertThat(all).isBetween(Duration.ofHours(22), Duration.ofHours(36));
    }

    @Test
    void keepNoStep() {
        var random = new SplittableRandom(2);
        assertThat(IntStream.range(0, 20).mapToObj(i -> pauses.after(3, random)).distinct())
                .hasSizeGreaterThan(15);
    }
}
