package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestDatabase;
import io.muster.server.platform.postgres.MortalPostgres;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The database is killed with -9 and goes away in the middle of imports: they wait and go on, what
/// was acknowledged is kept, and no row suffers.
@Tag("slow")
class DatabaseFaultsTest {
    private static final Map<String, String> SMALL_BATCHES =
            Map.of("MUSTER_IMPORT_BATCH_ROWS", "1000");

    private static final String IMPORTS = "select count(*) from import where tenant_id = :tenant";

    private static MortalPostgres postgres;
    private static Installation installation;
    private static Node node;

    @BeforeAll
    static void start() throws Exception {
        postgres = new MortalPostgres();
        installation =
                Installation.of(postgres.app(), postgres.superuser(), TestDatabase.freshFolder());
        node = installation.launch(SMALL_BATCHES).ready();
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        postgres.close();
    }

    @Test
    void killedAgainAndAgainItKeepsWhatWasAcknowledged() throws Exception {
        killDuring(new KnownFile(30_000), 4);
    }

    @Tag("slow")
    @Test
    void killedManyTimesItKeepsWhatWasAcknowledged() throws Exception {
        killDuring(new KnownFile(300_000), 25);
    }

    @Test
    void whileItIsAwayImportsWait() throws Exception {
        goAwayFor(Duration.ofSeconds(8));
    }

    /// Longer than anybody waits for a connection.
    @Tag("slow")
    @Test
    void whileItIsAwayForMinutesImportsWait() throws Exception {
        goAwayFor(Duration.ofSeconds(100));
    }

    @Test
    void anUploadOutlivesBothItsServerAndTheDatabase() throws Exception {
        KnownFile file = new KnownFile(100);
        NodeApi api = NodeApi.newTenant(node);
        UUID id = api.upload(node, file.bytes());

        postgres.kill();
        node.kill();

        installation.await(id, uploaded -> uploaded.status().equals("uploaded"));
        node = installation.launch(SMALL_BATCHES).ready();
        api.start(node, id);
        installation.assertCompletes(api.tenant(), id, file);
    }

    private static void killDuring(KnownFile file, int kills) throws Exception {
        NodeApi api = NodeApi.newTenant(node);
        NodeApi another = NodeApi.newTenant(node);
        AtomicBoolean over = new AtomicBoolean();
        UUID id = api.start(node, file.bytes());
        var small = CompletableFuture.supplyAsync(() -> submitUntil(over, another));

        try {
            for (int kill = 0; kill < kills; kill++) {
                long before = installation.await(id, any -> true).cursor();
                installation.await(id, state -> state.cursor() > before || state.isFinished());
                postgres.kill();
            }
            installation.assertCompletes(api.tenant(), id, file);
        } finally {
            over.set(true);
        }
        Map<UUID, KnownFile> acknowledged = small.join();
        for (UUID each : acknowledged.keySet()) {
            RunState done = installation.await(each, RunState::isFinished);
            assertThat(done.status()).isEqualTo("completed");
            assertThat(done.counts()).isEqualTo(acknowledged.get(each).counts());
        }
        assertThat(installation.ask(another.tenant(), IMPORTS)).isEqualTo(acknowledged.size());
        installation.assertInvariants(another.tenant());
    }

    /// Submits small imports, each again and again until it is acknowledged.
    private static Map<UUID, KnownFile> submitUntil(AtomicBoolean over, NodeApi api) {
        Map<UUID, KnownFile> acknowledged = new HashMap<>();
        for (KnownFile file = new KnownFile(40); !over.get(); file = file.next()) {
            KnownFile own = file;
            String key = "small after " + own.before();
            UUID id =
                    Installation.patiently()
                            .until(() -> api.start(node, own.bytes(), key), made -> true);
            acknowledged.put(id, own);
        }
        return acknowledged;
    }

    private static void goAwayFor(Duration time) throws Exception {
        KnownFile file = new KnownFile(30_000);
        NodeApi api = NodeApi.newTenant(node);
        UUID id = api.start(node, file.bytes());
        installation.await(id, state -> state.cursor() > 0);

        postgres.stop();
        Awaitility.await().during(time).atMost(time.multipliedBy(2)).until(() -> node.isAlive());
        postgres.start();

        installation.assertCompletes(api.tenant(), id, file);
    }
}
