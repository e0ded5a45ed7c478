package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestBrowser;
import io.muster.server.imports.ImportApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Objects of a server that speaks as S3 does.
class S3PullTest extends PullTest {
    private final S3Server server = new S3Server();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void objectsAreFetchedOnceAndMoved() {
        server.objects.put("out/a b.csv", FILE);
        server.objects.put("out/deeper/c.csv", FILE);
        server.objects.put("other.csv", FILE);
        setUp(place(server.endpoint(), "drop") + ", \"afterwards\": \"move\"");

        assertThat(pull().<String>read("$.last_run.error")).isNull();
        assertThat(ImportApi.summary(imported())).isEqualTo("completed 2: 2 created");
        assertThat(fetched()).hasSize(1);
        assertThat(server.objects.keySet())
                .anyMatch(key -> key.matches("out/done/\\d{8}T\\d{6}Z-a b\\.csv"))
                .doesNotContain("out/a b.csv")
                .contains("out/deeper/c.csv", "other.csv");
        assertThat(server.authorizations)
                .allMatch(line -> line.startsWith("AWS4-HMAC-SHA256 Credential=AKIATEST/"));
        assertThat(TestBrowser.text(calls.get(PULL))).doesNotContain("AKIATEST", "so secret");
        assertThat(pull().<Integer>read("$.last_run.files")).isZero();
    }

    @Test
    void whatIsWrongIsSaid() {
        setUp(place(server.endpoint(), "gone"));
        assertThat(pull().<String>read("$.last_run.error")).contains("404 NoSuchBucket");
        setUp(place("https://192.168.1.1", "drop"));
        assertThat(pull().<String>read("$.last_run.error")).contains("not public");
        setUp(place("http://1.1.1.1", "drop"));
        assertThat(pull().<String>read("$.last_run.error")).contains("Use https://");
    }

    private static String place(String endpoint, String bucket) {
        return "\"place\": \"s3\", \"bucket\": \"%s\", \"prefix\": \"out/\", \"region\": \"eu-central-1\", \"endpoint\": \"%s\", \"access_key\": \"AKIATEST\", \"secret_key\": \"so secret\""
                .formatted(bucket, endpoint);
    }
}
