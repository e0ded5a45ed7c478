package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two servers on one database: every import is run by one of them, and by the other when that one
/// is gone.
class TwoNodesTest {
    private static final int TENANTS = 10;
    private static final int IMPORTS = 10;
    private static final int AT_ONCE = 16;

    /// As configured by default.
    private static final long PLACES = 2;

    private static final String DELIVERIES =
            "select count(*) from delivery where tenant_id = :tenant";

    // As many as were under way when one of them began.
    private static final String MOST_AT_ONCE =
            """
            select max(others.n)
              from import i,
                   lateral (select count(*) as n from import o
                             where o.tenant_id = i.tenant_id and o.started_at <= i.started_at
                               and o.finished_at > i.started_at) as others
             where i.tenant_id = :tenant
            """;

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
        KnownFile file = new KnownFile(20_000);
        NodeApi api = NodeApi.newTenant(one);
        try (Hold start = Hold.beforeWriting(installation, api.tenant())) {
            UUID id = api.start(one, file.bytes());
            start.awaitCaught();
            Node frozen = runner(api);
            try (Hold commit = Hold.beforeCommit(installation, id, 9_000)) {
                start.close();
                commit.awaitCaught();
                frozen.freeze();
            }
            RunState done = installation.await(id, RunState::isFinished);
            installation.assertExact(api.tenant(), id, file);

            frozen.thaw();
            Installation.patiently().until(() -> api.hasLost(frozen));
            installation.assertExact(api.tenant(), id, file);
            assertThat(installation.state(id)).isEqualTo(done);
        }
    }

    static LongStream seeds() {
        return LongStream.of(System.nanoTime());
    }

    /// The seed is the test's name. May take a minute a time, where a node froze while it sent
    /// rows.
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("seeds")
    void aNodeMayFreezeAnywhereAround(long seed) throws Exception {
        Random random = new Random(seed);
        for (int time = 0; time < 10; time++) {
            KnownFile file = new KnownFile(60_000);
            NodeApi api = NodeApi.newTenant(one);
            try (Hold start = Hold.beforeWriting(installation, api.tenant())) {
                UUID id = api.start(one, file.bytes());
                start.awaitCaught();
                Node frozen = runner(api);
                Hold commit = Hold.beforeCommit(installation, id, random.nextLong(1, file.rows()));
                start.close();
                commit.awaitCaught();
                commit.close();
                frozen.freeze();
                installation.assertCompletes(api.tenant(), id, file);

                frozen.thaw();
                NodeApi another = NodeApi.newTenant(frozen);
                UUID next = another.start(frozen, new KnownFile(40).bytes());
                installation.assertCompletes(another.tenant(), next, new KnownFile(40));
                installation.assertExact(api.tenant(), id, file);
            }
        }
    }

    private static Node runner(NodeApi api) {
        return api.runs(one) > 0 ? one : other;
    }

    /// An import on its way.
    private record Submitted(NodeApi api, KnownFile file, UUID id) {}

    @Test
    void eachOfManyImportsOfManyTenantsIsRunOnce() throws Exception {
        List<NodeApi> tenants = new ArrayList<>();
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            tenants.add(NodeApi.newTenant(tenant % 2 == 0 ? one : other));
        }
        for (Submitted each : submit(tenants)) {
            RunState done = installation.await(each.id(), RunState::isFinished);
            assertThat(done.status()).isEqualTo("completed");
            assertThat(done.counts()).isEqualTo(each.file().counts());
            assertThat(done.epoch()).as("runs").isEqualTo(1);
        }
        for (NodeApi api : tenants) {
            installation.assertInvariants(api.tenant());
            assertThat(installation.ask(api.tenant(), DELIVERIES)).isEqualTo(IMPORTS);
            assertThat(api.runs(one) + api.runs(other)).isEqualTo(IMPORTS);
            assertThat(installation.ask(api.tenant(), MOST_AT_ONCE)).isLessThanOrEqualTo(PLACES);
        }
        assertThat(tenants)
                .extracting(api -> installation.ask(api.tenant(), MOST_AT_ONCE))
                .contains(PLACES);
        assertThat(tenants).anyMatch(api -> api.runs(one) > 0).anyMatch(api -> api.runs(other) > 0);
    }

    /// All imports of one tenant after another's, many at once, to either node.
    private static List<Submitted> submit(List<NodeApi> tenants) throws Exception {
        List<Callable<Submitted>> submissions = new ArrayList<>();
        for (NodeApi api : tenants) {
            KnownFile file = new KnownFile(40);
            for (int i = 0; i < IMPORTS; i++, file = file.next()) {
                Node node = i % 2 == 0 ? one : other;
                KnownFile own = file;
                submissions.add(() -> new Submitted(api, own, api.start(node, own.bytes())));
            }
        }
        List<Submitted> submitted = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Submitted> one : threads.invokeAll(submissions)) {
                submitted.add(one.get());
            }
        }
        return submitted;
    }
}
