package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.sources.Sources;
import io.muster.server.sources.pull.store.PullStore;
import io.muster.server.sources.pull.store.PullStore.Claimed;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs that others get in the way of.
class PullRunsTest extends PullTest {
    private static final String FOLDER = "\"place\": \"folder\", \"folder\": \"\"";

    @Autowired PullStore store;
    @Autowired Sources sources;
    @Autowired DuePulls due;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    private Path folder = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        folder =
                Files.createDirectories(
                        Path.of(properties.pull().folder() + "", api.tenant().id().toString()));
    }

    @Test
    void itGoesOnAfterAHundredFiles() throws IOException {
        for (int i = 0; i <= 100; i++) {
            leave(i + ".csv", "Mobile,Mail\n,a%d@example.org\n".formatted(i));
        }
        setUp(FOLDER);

        assertThat(pull().<Integer>read("$.last_run.files")).as("of the second run").isOne();
        assertThat(taken()).isEqualTo(101);
    }

    @Test
    void aRunWhoseServerDiedBeginsAgainAndTheDeadOneChangesNothing() throws IOException {
        setUp(FOLDER);
        Claimed dead = claim();
        assertThat(claims()).as("while the first looks").isEmpty();
        leave("a.csv", FILE);
        letTheClaimRunOut();

        due.run();

        await().atMost(LONGEST).until(() -> fetched().size() == 1);
        TenantId tenant = api.tenant().id();
        transactions.run(
                tenant,
                () -> {
                    assertThat(store.renew(tenant, dead, Duration.ofMinutes(1), 7)).isFalse();
                    assertThat(store.stop(tenant, dead, "Dead.")).isFalse();
                    store.end(tenant, dead, 7, "Dead.", true);
                });
        DocumentContext ended =
                await().atMost(LONGEST)
                        .until(
                                () -> TestApi.json(calls.get(PULL)),
                                one -> !one.<Boolean>read("$.under_way"));
        assertThat(ended.<Integer>read("$.last_run.files")).isOne();
        assertThat(ended.<String>read("$.last_run.error")).isNull();
    }

    @Test
    void whoPausesOrChangesItEndsTheRunThatIsUnderWay() {
        setUp(FOLDER);
        TenantId tenant = api.tenant().id();
        for (Runnable change :
                List.<Runnable>of(
                        () -> assertThat(calls.post(PULL + "/pause", "")).hasStatusOk(),
                        () -> setUp(FOLDER),
                        () -> assertThat(calls.delete(PULL)).hasStatus(204))) {
            Claimed run = claim();
            transactions.run(
                    tenant,
                    () -> assertThat(store.renew(tenant, run, Duration.ofMinutes(1), 0)).isTrue());
            change.run();
            transactions.run(
                    tenant,
                    () -> {
                        assertThat(store.renew(tenant, run, Duration.ofMinutes(1), 0)).isFalse();
                        assertThat(store.stop(tenant, run, "Nothing fits.")).isFalse();
                        store.end(tenant, run, 0, null, true);
                    });
            if (calls.get(PULL).getResponse().getStatus() == 200) {
                assertThat(TestApi.json(calls.get(PULL)).<Boolean>read("$.under_way")).isFalse();
                assertThat(calls.post(PULL + "/resume", "")).hasStatusOk();
            }
        }
    }

    private Claimed claim() {
        return claims().orElseThrow();
    }

    private Optional<Claimed> claims() {
        TenantId tenant = api.tenant().id();
        return transactions.call(
                tenant,
                () -> store.claim(tenant, sources.get(tenant, "shop").id(), Duration.ofMinutes(1)));
    }

    private int taken() {
        return transactions.call(
                api.tenant().id(),
                () ->
                        jdbc.sql(
                                        "select count(*) from pulled_file where tenant_id = :tenant and import_id is not null")
                                .param("tenant", api.tenant().id().value())
                                .query(Integer.class)
                                .single());
    }

    private void letTheClaimRunOut() {
        transactions.run(
                api.tenant().id(),
                () ->
                        jdbc.sql(
                                        "update pull set claimed_until = now() - interval '1 second' where tenant_id = :tenant")
                                .param("tenant", api.tenant().id().value())
                                .update());
    }

    private void leave(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
