package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.imports.Invariants;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server is killed with -9 twice in the middle of an undo and started anew: each time what is
/// undone is exact to the batch, and in the end nothing of the import is left.
class KilledUndoTest {
    private static final int BATCH = 2_000;
    private static final KnownFile FILE = new KnownFile(20_000);
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "MUSTER_IMPORT_BATCH_ROWS",
                    Integer.toString(BATCH),
                    "MUSTER_IMPORT_HEARTBEAT",
                    "500ms");

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

    @Tag("slow")
    @Test
    void inTheMiddleOfAnUndo() throws Exception {
        UUID id = api.start(node, FILE.bytes());
        installation.await(id, RunState::isFinished);
        long written = FILE.counts().created() + FILE.counts().updated();
        long perBatch = written / (FILE.rows() / BATCH);
        try (Hold uncommitted = Hold.beforeUndone(installation, id, 2 * perBatch + 1);
                Hold committing = Hold.beforeUndone(installation, id, 6 * perBatch + 1)) {
            api.revert(node, id);
            uncommitted.awaitCaught();
            node.kill();
            uncommitted.close();
            installation.awaitSilence();
            new Invariants(installation.superuser()).assertHold(api.tenant());
            assertThat(undone(id)).as("a batch written, not committed").isEqualTo(2 * perBatch);
            restart();
            committing.awaitCaught();
            committing.close();
            node.kill();
            assertThat(undone(id)).as("in a commit").isBetween(6 * perBatch, written);
            restart();
        }
        installation.await(id, state -> state.status().equals("reverted"));
        assertThat(undone(id)).isEqualTo(written);
        assertThat(contacts()).isZero();
        new Invariants(installation.superuser()).assertHold(api.tenant());
    }

    private void restart() throws Exception {
        node = installation.launch(SETTINGS).ready();
    }

    private long undone(UUID id) {
        return number("select removed_rows + restored_rows from undo where import_id = :id", id);
    }

    private long contacts() {
        return number(
                "select count(*) from contact where deleted_at is null and tenant_id = :id",
                api.tenant().value());
    }

    private long number(String sql, UUID id) {
        return installation.database().sql(sql).param("id", id).query(Long.class).single();
    }
}
