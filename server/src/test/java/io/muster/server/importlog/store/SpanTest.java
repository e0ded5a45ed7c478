package io.muster.server.importlog.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.importlog.LogRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void theMiddleOfARangeIsTakenInDaysAndItsEndsInFinerSpans() {
        assertThat(parts("2026-03-01T22:58:30Z", "2026-03-04T01:02:05Z"))
                .containsExactly(
                        "DELIVERY 2026-03-01T22:58:30Z 2026-03-01T22:59:00Z",
                        "DELIVERY 2026-03-04T01:02:00Z 2026-03-04T01:02:05Z",
                        "MINUTE 2026-03-01T22:59:00Z 2026-03-01T23:00:00Z",
                        "MINUTE 2026-03-04T01:00:00Z 2026-03-04T01:02:00Z",
                        "HOUR 2026-03-01T23:00:00Z 2026-03-02T00:00:00Z",
                        "HOUR 2026-03-04T00:00:00Z 2026-03-04T01:00:00Z",
                        "DAY 2026-03-02T00:00:00Z 2026-03-04T00:00:00Z");
    }

    @Test
    void whatIsShorterThanASpanIsTakenByDelivery() {
        assertThat(parts("2026-03-01T22:58:30Z", "2026-03-01T22:59:10Z"))
                .containsExactly("DELIVERY 2026-03-01T22:58:30Z 2026-03-01T22:59:10Z");
        assertThat(parts("2026-03-01T22:58:30Z", "2026-03-01T22:58:30Z")).isEmpty();
    }

    @Test
    void anOpenRangeHasOneEnd() {
        assertThat(Span.parts(new LogRange(Instant.MIN, Instant.MAX)))
                .containsExactly(new Span.Part(Span.DAY, Instant.MIN, Instant.MAX));
        assertThat(Span.parts(LogRange.since(Instant.parse("2026-03-01T23:59:59Z"))))
                .containsExactly(
                        new Span.Part(
                                Span.DELIVERY,
                                Instant.parse("2026-03-01T23:59:59Z"),
                                Instant.parse("2026-03-02T00:00:00Z")),
                        new Span.Part(
                                Span.DAY, Instant.parse("2026-03-02T00:00:00Z"), Instant.MAX));
    }

    @Test
    void everyMomentOfARangeIsInOnePart() {
        var random = new Random(7);
        Instant start = Instant.parse("2026-02-27T00:00:00Z");
        for (int i = 0; i < 2_000; i++) {
            Instant from = start.plusSeconds(random.nextInt(400_000));
            Instant to = from.plusSeconds(random.nextInt(i % 2 == 0 ? 400_000 : 7_000));
            List<Span.Part> parts = Span.parts(new LogRange(from, to));
            Duration covered =
                    parts.stream()
                            .map(part -> Duration.between(part.from(), part.to()))
                            .reduce(Duration.ZERO, Duration::plus);
            assertThat(covered).isEqualTo(Duration.between(from, to));
            assertThat(parts).allMatch(part -> part.from().isBefore(part.to()));
            assertThat(parts)
                    .allMatch(part -> !part.from().isBefore(from) && !part.to().isAfter(to));
        }
    }

    private static Stream<String> parts(String from, String to) {
        return Span.parts(new LogRange(Instant.parse(from), Instant.parse(to))).stream()
                .map(part -> part.span() + " " + part.from() + " " + part.to());
    }
}
