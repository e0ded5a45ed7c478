package io.muster.server.jobs;

import static io.muster.server.jobs.OutwardPlaces.Answer.BUSY;
import static io.muster.server.jobs.OutwardPlaces.Answer.FULL;
import static io.muster.server.jobs.OutwardPlaces.Answer.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutwardPlacesTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8})
    void theLastWorkerIsLeftAndNoKindTakesAllPlaces(int workers) {
        var places = new OutwardPlaces(workers);
        assertThat(taken(places, "pull")).isEqualTo(workers / 2);
        assertThat(taken(places, "webhook")).isPositive();
        assertThat(places.take("other", UUID.randomUUID())).isEqualTo(FULL);
        assertThat(Stream.of(taken(places, "pull"), taken(places, "webhook"))).containsOnly(0L);
    }

    @Test
    void oneWaitsForEachServer() {
        var places = new OutwardPlaces(8);
        UUID target = UUID.randomUUID();
        assertThat(places.take("pull", target)).isEqualTo(TAKEN);
        assertThat(places.take("pull", target)).isEqualTo(BUSY);
        assertThat(places.take("webhook", target)).isEqualTo(TAKEN);
        places.giveBack("pull", target);
        assertThat(places.take("pull", target)).isEqualTo(TAKEN);
    }

    private static long taken(OutwardPlaces places, String kind) {
        return IntStream.range(0, 20)
                .filter(any -> places.take(kind, UUID.randomUUID()) == TAKEN)
                .count();
    }
}
