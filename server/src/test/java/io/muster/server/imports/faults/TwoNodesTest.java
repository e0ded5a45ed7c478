package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two servers on one database: every import is run by one of them, and by the other when that one
/// is gone.
class TwoNodesTest {
    private static Installation installation;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.fresh();
        one = installation.launch(Map.of());
        other = installation.launch(Map.of());
        one.ready();
        other.ready();
    }

    @AfterAll
    static void stop() throws Exception {
        one.close();
        other.close();
    }

    @Test
    void whatAFrozenNodeHeldIsFinishedByTheOtherAndNotTouchedWhenItWakes() throws Exception {
        KnownFile file = new KnownFile(60_000);
        NodeApi api = NodeApi.newTenant(one);
        try (Hold start = Hold.beforeWriting(installation, api.tenant())) {
            UUID id = api.start(one, file.bytes());
            start.awaitCaught();
            Node frozen = api.hasRun(one) ? one : other;
            try (Hold commit = Hold.beforeCommit(installation, id, 25_000)) {
                start.close();
                commit.awaitCaught();
                frozen.freeze();
            }
            RunState done = installation.await(id, RunState::isFinished);
            installation.assertExact(api.tenant(), id, file);

            frozen.thaw();
            Installation.patiently().until(() -> api.wasLost(frozen));
            installation.assertExact(api.tenant(), id, file);
            assertThat(installation.state(id)).isEqualTo(done);
        }
    }
}
