package io.muster.server.imports.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatePlotTest {

    @Test
    void drawsEachSliceAsHighAsItsRate() {
        var plot = RatePlot.of(List.of(0L, 100L, 50L, 100L), Duration.ofSeconds(8));

        assertThat(plot.area())
                .isEqualTo(
                        "M0 100 L0 100 L250 100 L250 0 L500 0 L500 50 L750 50 L750 0 L1000 0 L1000 100 Z");
        assertThat(plot.words()).isEqualTo("31 rows per second on average, 50 at the peak");
    }

    @Test
    void drawsNothingWhileNothingCame() {
        var plot = RatePlot.of(List.of(0L, 0L), Duration.ofSeconds(6));

        assertThat(plot.area()).isEqualTo("M0 100 L0 100 L500 100 L500 100 L1000 100 L1000 100 Z");
    }
}
