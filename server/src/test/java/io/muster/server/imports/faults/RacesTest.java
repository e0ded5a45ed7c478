package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What comes at once ends as if one had come after the other.
@ManyCommits
class RacesTest extends ImportTest {
    private Installation installation;

    @BeforeEach
    void look() {
        installation = Installation.of(database(), properties.dataDir());
    }

    @Test
    void theSameSubmitFiftyTimesAtOnceIsOneImport() throws Exception {
        KnownFile file = new KnownFile(60);
        long before = files().count();
        Callable<MvcTestResult> submit =
                () -> api.send(api.startNow(file.bytes(), "").header("Idempotency-Key", "k"));

        List<MvcTestResult> answers = atOnce(IntStream.range(0, 50).mapToObj(i -> submit).toList());

        assertThat(answers)
                .extracting(answer -> answer.getResponse().getStatus())
                .contains(202)
                .isSubsetOf(202, 409);
        assertThat(files().count()).isEqualTo(before + 1);
        assertThat(imports()).hasSize(1);
        UUID id = UUID.fromString(imports().getFirst());
        installation.assertCompletes(api.tenant().id(), id, file);
    }

    @Test
    void cancelAgainstTheEndInEveryOrder() throws Exception {
        KnownFile file = new KnownFile(20);
        List<Callable<RunState>> races = new ArrayList<>();
        for (int row = 0; row <= file.rows(); row++) {
            long at = row;
            races.add(() -> cancelAfter(at, file));
        }

        Set<String> ends = atOnce(races).stream().map(RunState::status).collect(Collectors.toSet());

        assertThat(ends).containsExactlyInAnyOrder("cancelled", "completed");
    }

    /// Cancels an import as soon as so many rows are seen to be written.
    private RunState cancelAfter(long row, KnownFile file) {
        ImportApi own = new ImportApi(web, tenants.create());
        UUID id = own.upload(file.bytes(), "");
        assertThat(own.map(id, "{}")).hasStatusOk();
        assertThat(own.start(id)).hasStatus(202);
        // Every race looks through a connection of its own.
        Installation eye = Installation.of(database(), properties.dataDir());
        eye.await(id, state -> state.cursor() >= row || state.isFinished());

        MvcTestResult answer = own.cancel(id);

        RunState end = eye.await(id, RunState::isFinished);
        if (answer.getResponse().getStatus() == 409) {
            assertThat(end.status()).isEqualTo("completed");
        } else {
            assertThat(answer).hasStatus(202);
        }
        if (end.status().equals("completed")) {
            assertThat(end.counts()).isEqualTo(file.counts());
        }
        assertThat(own.cancel(id)).as("once more").hasStatus(409);
        eye.assertExact(own.tenant().id(), id, file);
        assertThat(eye.state(id)).as("for good").isEqualTo(end);
        return end;
    }

    @Test
    void theSameContactsInOppositeOrder() throws Exception {
        List<Integer> people = IntStream.range(0, 350).boxed().toList();
        try (Hold start = Hold.beforeWriting(installation, api.tenant().id())) {
            UUID one = start(people, "Ana");
            UUID other = start(people.reversed(), "Ben");
            start.awaitCaught(2);
            start.close();

            RunState first = installation.await(one, RunState::isFinished);
            RunState second = installation.await(other, RunState::isFinished);

            for (RunState end : List.of(first, second)) {
                assertThat(end.status()).isEqualTo("completed");
                assertThat(end.epoch()).as("runs").isEqualTo(1);
                assertThat(end.counts().created() + end.counts().updated())
                        .isEqualTo(end.counts().processed())
                        .isEqualTo(people.size());
            }
            assertThat(first.counts().created()).as("a mixture").isBetween(1L, 349L);
            assertThat(first.counts().created() + second.counts().created())
                    .isEqualTo(people.size());
            installation.assertInvariants(api.tenant().id());
        }
    }

    private UUID start(List<Integer> people, String name) {
        String file =
                people.stream()
                        .map(person -> "+1415555%04d,%s\n".formatted(person, name))
                        .collect(Collectors.joining("", "Phone,First name\n", ""));
        UUID id = api.upload(file);
        assertThat(api.map(id, "{}")).hasStatusOk();
        assertThat(api.start(id)).hasStatus(202);
        return id;
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
        }
        return results;
    }
}
