package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.imports.ImportApi;
import java.util.Map;
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
    void whatIsPutThereWhileItIsReadStaysForTheNextRun() {
        server.objects.put("out/a.csv", FILE);
        String other = FILE.replace("ada", "eve");
        server.onceRead(() -> server.objects.put("out/a.csv", other));
        setUp(place(server.endpoint(), "drop") + ", \"afterwards\": \"move\"");

        assertThat(pull().<Integer>read("$.last_run.files")).isOne();
        assertThat(server.objects).containsExactly(Map.entry("out/a.csv", other));
        server.onceRead(() -> {});
        assertThat(pull().<Integer>read("$.last_run.files")).isOne();
        assertThat(server.objects.keySet()).singleElement().asString().startsWith("out/done/");
    }

    @Test
    void oneThatCannotBeReadHoldsUpNoOther() {
        server.objects.put("out/a.csv", FILE);
        server.objects.put("out/b.csv", FILE);
        server.locked.add("out/a.csv");
        setUp(place(server.endpoint(), "drop"));

        DocumentContext ended = pull();

        assertThat(ended.<Integer>read("$.last_run.files")).isOne();
        assertThat(ended.<String>read("$.last_run.error"))
                .contains("“a.csv” cannot be read", "403");
    }

    @Test
    void secretsAreKeptOneByOneAndAPrefixEndsWithASlash() {
        setUp(place(server.endpoint(), "drop").replace("out/", "out"));
        assertThat(TestApi.json(calls.get(PULL)).<String>read("$.prefix")).isEqualTo("out/");

        String later = place(server.endpoint(), "drop");
        setUp(later.replace(", \"secret_key\": \"so secret\"", ""));
        pull();
        assertThat(server.authorizations).allMatch(line -> line.contains("AKIATEST"));
        assertThat(put(later.replace("so secret", ""))).as("taken away").hasStatus(422);
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
