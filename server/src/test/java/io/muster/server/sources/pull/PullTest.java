package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.imports.ImportTest;
import io.muster.server.platform.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A source whose files are fetched, and a mapping by which they are read.
abstract class PullTest extends ImportTest {
    static final String PULL = "/api/v1/sources/shop/pull";
    static final String FILE = "Mobile,Mail\n212-555-0101,ada@example.org\n,grace@example.org\n";
    private static final Set<String> UNDER_WAY = Set.of("queued", "processing", "post_processing");
    static final Duration LONGEST = Duration.ofSeconds(60);

    TestApi calls;
    String mapping = "";

    @BeforeEach
    void aSource() {
        calls = new TestApi(web, api.tenant());
        assertThat(calls.post("/api/v1/sources", "{\"key\": \"shop\", \"name\": \"Our shop\"}"))
                .hasStatus(201);
        mapping =
                calls.made(
                        "/api/v1/saved-mappings",
                        """
                        {"name": "Shop", "columns": [{"header": "Mobile", "target": "phone"},
                                                     {"header": "Mail", "target": "email"}]}
                        """);
    }

    /// Of what is said twice the latter counts.
    MvcTestResult put(String place) {
        Map<String, Object> body =
                new HashMap<>(Map.of("mapping_id", mapping, "cron", "0 3 * * *"));
        body.putAll(Json.readMap("{" + place + "}"));
        return calls.call(HttpMethod.PUT, PULL, Json.write(body));
    }

    void setUp(String place) {
        MvcTestResult answer = put(place);
        assertThat(answer).as(TestBrowser.text(answer)).hasStatusOk();
    }

    /// Looks once, and waits for the end.
    DocumentContext pull() {
        MvcTestResult answer = calls.post(PULL + "/run", "");
        assertThat(answer).as(TestBrowser.text(answer)).hasStatus(202);
        return await().atMost(LONGEST)
                .until(
                        () -> TestApi.json(calls.get(PULL)),
                        pull -> !pull.<Boolean>read("$.under_way"));
    }

    List<Map<String, Object>> fetched() {
        return TestApi.json(calls.get(PULL + "/files")).read("$.items");
    }

    /// The import of the latest file, once it has ended.
    DocumentContext imported() {
        Object id = fetched().getFirst().get("import_id");
        assertThat(id).isNotNull();
        return await().atMost(LONGEST)
                .until(
                        () -> TestApi.json(calls.get("/api/v1/imports/" + id)),
                        one -> !UNDER_WAY.contains(one.<String>read("$.status")));
    }
}
