package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Cancel against the end of an import, in every order: one of them wins, for good, and the counts
/// fit.
@ManyCommits
class CancelRacesTest extends ImportTest {
    /// Three batches.
    private static final KnownFile FILE = new KnownFile(20);

    private Installation installation;

    @BeforeEach
    void look() {
        installation = Installation.of(database(), properties.dataDir());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8})
    void behindABatch(long row) throws Exception {
        UUID id = mapped();
        try (Hold batch = Hold.beforeCommit(installation, id, row)) {
            assertThat(api.start(id)).hasStatus(202);
            assertThat(cancelBehind(batch, id)).hasStatus(202);
        }
        assertThat(ended(id).status()).isEqualTo("cancelled");
    }

    /// Whether it still finds the import running or just ended, nothing is left to cancel.
    @Test
    void behindTheLastBatch() throws Exception {
        UUID id = mapped();
        try (Hold last = Hold.beforeCommit(installation, id, 15)) {
            assertThat(api.start(id)).hasStatus(202);
            assertThat(cancelBehind(last, id).getResponse().getStatus()).isIn(202, 409);
        }
        assertThat(ended(id).status()).isEqualTo("completed");
    }

    @Test
    void behindTheEnd() throws Exception {
        UUID id = mapped();
        try (Hold last = Hold.beforeCommit(installation, id, 15)) {
            assertThat(api.start(id)).hasStatus(202);
            last.awaitCaught();
            try (Hold end = Hold.beforeEnd(installation, api.tenant().id())) {
                last.close();
                assertThat(cancelBehind(end, id)).hasStatus(409);
            }
        }
        assertThat(ended(id).status()).isEqualTo("completed");
    }

    /// As soon as so many rows are seen to be written; who wins is left to chance.
    @ParameterizedTest
    @ValueSource(longs = {0, 7, 14, 20})
    void inTheOpen(long rows) {
        UUID id = mapped();
        assertThat(api.start(id)).hasStatus(202);
        installation.await(id, state -> state.cursor() >= rows || state.isFinished());

        MvcTestResult answer = api.cancel(id);

        assertThat(answer.getResponse().getStatus()).isIn(202, 409);
        RunState end = ended(id);
        if (answer.getResponse().getStatus() == 409) {
            assertThat(end.status()).isEqualTo("completed");
        } else {
            assertThat(end.status()).isIn("cancelled", "completed");
        }
    }

    private UUID mapped() {
        UUID id = api.upload(FILE.bytes(), "");
        assertThat(api.map(id, "{}")).hasStatusOk();
        return id;
    }

    /// Sends a cancel that stands in line behind whoever is held, and lets both go.
    private MvcTestResult cancelBehind(Hold hold, UUID id) throws Exception {
        hold.awaitCaught();
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MvcTestResult> answer = thread.submit(() -> api.cancel(id));
            hold.awaitCaught(2);
            hold.close();
            return answer.get();
        }
    }

    private RunState ended(UUID id) {
        RunState end = installation.await(id, RunState::isFinished);
        installation.assertExact(api.tenant().id(), id, FILE);
        if (end.status().equals("completed")) {
            assertThat(end.counts()).isEqualTo(FILE.counts());
        }
        assertThat(api.cancel(id)).as("once more").hasStatus(409);
        assertThat(installation.state(id)).as("for good").isEqualTo(end);
        assertThat(ImportApi.summary(api.show(id))).contains(FILE.rows() + ":");
        return end;
    }
}
