package io.muster.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Exports as a program of one tenant makes them.
public record ExportApi(TestApi api) {
    private static final String EXPORTS = "/api/v1/exports";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /// Begins an export and waits for its end.
    ///
    /// @param request as JSON
    public DocumentContext run(String request) {
        MvcTestResult answer = api.post(EXPORTS, request);
        assertThat(answer).hasStatus(202);
        return await(TestApi.json(answer).read("$.id"));
    }

    /// Waits until the export is neither queued nor under way.
    public DocumentContext await(String id) {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> TestApi.json(api.get(EXPORTS + "/" + id)),
                        shown ->
                                !Set.of("queued", "processing")
                                        .contains(shown.read("$.status", String.class)));
    }

    public MvcTestResult file(DocumentContext export) {
        return api.get(EXPORTS + "/" + export.read("$.id") + "/file");
    }

    public byte[] bytes(DocumentContext export) {
        MvcTestResult answer = file(export);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }
}
