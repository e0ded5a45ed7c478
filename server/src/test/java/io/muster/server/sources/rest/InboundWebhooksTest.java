package io.muster.server.sources.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class InboundWebhooksTest {
    private static final String ADA = "{\"email\": \"ada@example.org\", \"first_name\": \"Ada\"}";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired Clock clock;
    private TestApi api;
    private String address = "";
    private String secret = "";

    @BeforeEach
    void open() {
        api = new TestApi(web, tenants.create());
        api.post("/api/v1/sources", "{\"key\": \"form\", \"name\": \"Form\"}");
        renew();
    }

    @Test
    void aSignedMessageIsWrittenAndAnswered() throws Exception {
        assertThat(send("m1", now(), ADA, secret))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results[0].action")
                .isEqualTo("created");
        assertThat(
                        send(
                                "m2",
                                now(),
                                "{\"type\": \"contact.changed\", \"timestamp\": \"x\", \"data\": ["
                                        + ADA
                                        + "]}",
                                secret))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results[0].action")
                .isEqualTo("unchanged");
        assertThat(logged()).isEqualTo(2);
    }

    @Test
    void aMessageThatComesAgainIsAnsweredAndNotWritten() throws Exception {
        send("m1", now(), ADA, secret);
        MvcTestResult again = send("m1", now(), ADA.replace("Ada", "Eve"), secret);

        assertThat(again).hasStatusOk();
        assertThat(TestBrowser.text(again)).isEqualTo("{\"results\":[]}");
        assertThat(logged()).isEqualTo(1);
    }

    @Test
    void whatIsNotSignedLikeThisIsRefusedAndLeavesNoTrace() throws Exception {
        long old = now() - Duration.ofMinutes(10).toSeconds();
        long ahead = now() + Duration.ofMinutes(10).toSeconds();
        String signature = sign("m1", now(), ADA, secret);
        for (MvcTestResult refused :
                List.of(
                        send("m1", old, ADA, secret),
                        send("m1", ahead, ADA, secret),
                        send("m1", now(), ADA, "whsec_" + "A".repeat(44)),
                        post(address, "m2", now(), signature, ADA),
                        post(address, "m1", now(), signature, ADA.replace("Ada", "Eve")),
                        post(address, "m1", now(), "v1,nonsense", ADA),
                        post(address, "m1", now(), "", ADA),
                        post(
                                address.replaceAll("[^/]+$", UUID.randomUUID().toString()),
                                "m1",
                                now(),
                                signature,
                                ADA),
                        web.post()
                                .uri(URI.create(address))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(ADA)
                                .exchange())) {
            assertThat(refused)
                    .as(TestBrowser.text(refused))
                    .hasStatus(401)
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("urn:muster:problem:signature-refused");
        }
        assertThat(logged()).isZero();
    }

    @Test
    void aNewSecretEndsTheOldOneAndClosingEndsBoth() throws Exception {
        String former = secret;
        renew();

        assertThat(send("m1", now(), ADA, former)).hasStatus(401);
        assertThat(send("m1", now(), ADA, secret)).hasStatusOk();
        assertThat(api.delete("/api/v1/sources/form/webhook")).hasStatus(204);
        assertThat(send("m2", now(), ADA, secret)).hasStatus(401);
    }

    @Test
    void theSecretIsToldOnce() {
        assertThat(TestBrowser.text(api.get("/api/v1/sources/form")))
                .contains(URI.create(address).getPath())
                .doesNotContain("whsec_");
    }

    @Test
    void whatIsSignedAndIsNoContactIsRefused() throws Exception {
        assertThat(send("m1", now(), "{", secret)).hasStatus(400);
        assertThat(send("m1", now(), "[1]", secret)).hasStatus(422);
        assertThat(send("m1", now(), ADA, secret))
                .as("a refused message may be sent again")
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results[0].action")
                .isEqualTo("created");
    }

    private void renew() {
        var made = TestApi.json(api.post("/api/v1/sources/form/webhook", ""));
        address = URI.create(made.read("$.url")).getPath();
        secret = made.read("$.secret");
    }

    private MvcTestResult send(String id, long at, String body, String key) throws Exception {
        return post(address, id, at, sign(id, at, body, key), body);
    }

    private static String sign(String id, long at, String body, String key) throws Exception {
        return new Webhook(key).sign(id, at, body);
    }

    private MvcTestResult post(String to, String id, long at, String signature, String body) {
        return web.post()
                .uri(URI.create(to))
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at))
                .header("webhook-signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private int logged() {
        return TestApi.json(api.get("/api/v1/import-log?source=form")).read("$.counts.all");
    }
}
