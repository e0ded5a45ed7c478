package io.muster.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
    private final Retry retry = new Retry(Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1500", "2, 2250", "8, 25629", "9, 30000", "1000000, 30000"})
    void pausesGrowUpToTheLongest(int failures, long millis) {
        assertThat(retry.after(failures)).isEqualTo(Duration.ofMillis(millis));
    }
}
