package io.muster.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class PlatformTest {
    private static final String POOL = "select current_setting('application_name')";

    @Test
    void pagesAndWorkersHaveConnectionsOfTheirOwn(@Autowired JdbcClient jdbc) throws Exception {
        var workersPool = new FutureTask<>(() -> jdbc.sql(POOL).query(String.class).single());
        WorkerThread.factory("test").newThread(workersPool).start();

        assertThat(workersPool.get()).isEqualTo("muster-worker");
        assertThat(jdbc.sql(POOL).query(String.class).single()).isEqualTo("muster-web");
    }

    @Test
    void migrationsHaveRun(@Autowired JdbcClient web) {
        var applied = "select count(*) filter (where success) from flyway_schema_history";
        assertThat(web.sql(applied).query(Long.class).single()).isPositive();
    }

    @Test
    void healthIsOpenAndTheRestOfTheActuatorIsNot(
            @Autowired MockMvcTester web, @Autowired PathMappedEndpoints exposed) {
        for (String path : new String[] {"", "/liveness", "/readiness"}) {
            assertThat(web.get().uri("/actuator/health" + path))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.status")
                    .isEqualTo("UP");
        }
        assertThat(exposed).extracting(PathMappedEndpoint::getRootPath).containsExactly("health");
    }

    @Test
    void jsonSpeaksSnakeCaseAndIsoTimes(@Autowired JsonMapper json) {
        record Sample(Instant createdAt) {}

        assertThat(json.writeValueAsString(new Sample(Instant.parse("2026-05-04T10:00:00Z"))))
                .isEqualTo("{\"created_at\":\"2026-05-04T10:00:00Z\"}");
        assertThat(json.readValue("{\"created_at\":\"2026-05-04T10:00:00Z\"}", Map.class))
                .hasSize(1);
    }
}
