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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A server is killed with -9 again and again in the middle of an import and started anew: each
/// time what was written is exact to the row, and in the end every row has one outcome.
class KilledNodeTest {
    private static final int BATCH = 10_000;
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "MUSTER_IMPORT_BATCH_ROWS",
                    Integer.toString(BATCH),
                    "MUSTER_IMPORT_HEARTBEAT",
                    "2s");

    private final Installation installation = Installation.fresh();
    private Node node;
    private NodeApi api;

    @BeforeEach
    void start() throws Exception {
        node = installation.launch(SETTINGS).ready();
        api = NodeApi.newTenant(node);
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    static LongStream seeds() {
        return LongStream.of(System.nanoTime());
    }

    /// The seed is the test's name.
    @ParameterizedTest
    @MethodSource("seeds")
    void atEveryStageOfAnImport(long seed) throws Exception {
        killAtEveryStage(new KnownFile(60_000), new Random(seed));
    }

    /// The seed is the test's name.
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("seeds")
    void atEveryStageOfALargeImport(long seed) throws Exception {
        killAtEveryStage(new KnownFile(300_000), new Random(seed));
    }

    private void killAtEveryStage(KnownFile file, Random random) throws Exception {
        long middle = random.nextLong(BATCH + 1, file.rows() / 2 - BATCH + 1);
        long late = random.nextLong(file.rows() / 2 + 1, file.rows() - BATCH);
        try (Hold start = Hold.beforeWriting(installation, api.tenant())) {
            UUID id = api.start(node, file.bytes());
            start.awaitCaught();
            try (Hold uncommitted = Hold.beforeCommit(installation, id, middle);
                    Hold committing = Hold.beforeCommit(installation, id, late);
                    Hold end = Hold.beforeEnd(installation, api.tenant())) {
                kill(start);
                assertThat(restart(id, file).cursor()).as("nothing written").isZero();
                kill(uncommitted);
                assertThat(restart(id, file).cursor())
                        .as("a batch written, not committed")
                        .isEqualTo((middle - 1) / BATCH * BATCH);
                releaseAndKill(committing);
                assertThat(restart(id, file).status()).as("in a commit").isEqualTo("processing");
                kill(end);
                assertThat(restart(id, file).status()).as("all").isEqualTo("post_processing");
            }
            RunState done = installation.assertCompletes(api.tenant(), id, file);
            assertThat(done.epoch()).as("runs").isEqualTo(5);
        }
    }

    /// The seed is the test's name.
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("seeds")
    void inManyCommits(long seed) throws Exception {
        KnownFile file = new KnownFile(600_000);
        Random random = new Random(seed);
        try (Hold start = Hold.beforeWriting(installation, api.tenant())) {
            UUID id = api.start(node, file.bytes());
            start.awaitCaught();
            List<Hold> holds = new ArrayList<>();
            // Two rows of one batch would hold it twice.
            for (int from = 1; from < file.rows(); from += 5 * BATCH) {
                holds.add(Hold.beforeCommit(installation, id, from + random.nextInt(4 * BATCH)));
            }
            start.close();
            for (Hold hold : holds) {
                releaseAndKill(hold);
                restart(id, file);
            }
            installation.assertCompletes(api.tenant(), id, file);
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
        node = installation.launch(SETTINGS);
        installation.assertExact(api.tenant(), id, file);
        node.ready();
        return left;
    }
}
