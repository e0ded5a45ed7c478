package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A server is killed with -9 again and again in the middle of an import and started anew: each time
/// what was written is exact to the row, and in the end every row has one outcome.
class KilledNodeTest {
    private static final int BATCH = 10_000;

    private final Installation installation = Installation.fresh();
    private Node node;
    private NodeApi api;

    @BeforeEach
    void start() throws Exception {
        node = installation.launch(Map.of()).ready();
        api = NodeApi.newTenant(node);
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    @Test
    void atEveryStageOfAnImport() throws Exception {
        KnownFile file = new KnownFile(300_000);
        try (Hold start = Hold.beforeWriting(installation, api.tenant())) {
            UUID id = api.start(node, file.bytes());
            start.awaitCaught();
            try (Hold first = Hold.beforeCommit(installation, id, 1);
                    Hold middle = Hold.beforeCommit(installation, id, 95_000);
                    Hold late = Hold.beforeCommit(installation, id, 250_001);
                    Hold end = Hold.beforeEnd(installation, api.tenant())) {
                kill(start);
                assertThat(restart(id, file).cursor()).as("nothing written").isZero();
                kill(first);
                assertThat(restart(id, file).cursor()).as("first batch written").isZero();
                kill(middle);
                assertThat(restart(id, file).cursor()).as("not committed").isEqualTo(90_000);
                releaseAndKill(late);
                assertThat(restart(id, file).status()).as("in a commit").isEqualTo("processing");
                kill(end);
                assertThat(restart(id, file).status()).as("all").isEqualTo("post_processing");
            }
            assertComplete(id, file);
            assertThat(installation.state(id).epoch()).as("runs").isEqualTo(6);
        }
    }

    static LongStream seeds() {
        return LongStream.of(System.nanoTime());
    }

    /// The seed is the test's name.
    @ParameterizedTest
    @MethodSource("seeds")
    void inCommitsOfRandomRows(long seed) throws Exception {
        killInCommits(new KnownFile(60_000), new Random(seed), 2);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("seeds")
    void inManyCommitsOfRandomRows(long seed) throws Exception {
        killInCommits(new KnownFile(600_000), new Random(seed), 12);
    }

    private void killInCommits(KnownFile file, Random random, int kills) throws Exception {
        try (Hold start = Hold.beforeWriting(installation, api.tenant())) {
            UUID id = api.start(node, file.bytes());
            start.awaitCaught();
            List<Hold> holds = new ArrayList<>();
            int stretch = file.rows() / kills;
            for (int from = 1; from < file.rows(); from += stretch) {
                // Two rows of one batch would hold it twice.
                long row = from + random.nextInt(stretch - BATCH);
                holds.add(Hold.beforeCommit(installation, id, row));
            }
            start.close();
            for (Hold hold : holds) {
                releaseAndKill(hold);
                restart(id, file);
            }
            assertComplete(id, file);
        }
    }

    private void kill(Hold at) throws Exception {
        at.awaitCaught();
        node.kill();
        at.close();
    }

    private void releaseAndKill(Hold at) throws Exception {
        at.awaitCaught();
        at.close();
        node.kill();
    }

    /// Looks at what a killed node left, and starts another.
    private RunState restart(UUID id, KnownFile file) throws Exception {
        installation.awaitSilence();
        RunState left = installation.state(id);
        node = installation.launch(Map.of());
        installation.assertExact(api.tenant(), id, file);
        node.ready();
        return left;
    }

    private void assertComplete(UUID id, KnownFile file) {
        RunState state = installation.await(id, RunState::isFinished);
        assertThat(state.status()).isEqualTo("completed");
        assertThat(state.counts()).isEqualTo(file.counts());
        installation.assertExact(api.tenant(), id, file);
    }
}
