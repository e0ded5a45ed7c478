package io.muster.server.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.UndoApi;
import io.muster.server.notifications.webhooks.Receiver.Got;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What webhooks are told, through real connections to receivers that behave well and badly.
class WebhooksTest extends ImportTest {
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String FILE =
            "Phone,Email\n212-555-0101,ada@example.org\nsecret-number,grace@example.org\n";
    private static final String BROKEN = FILE + "212-555-0107,\"never closed\n" + "x,y\n".repeat(3);

    private final Receiver receiver = new Receiver();
    private TestApi calls;

    /// A webhook as it was made.
    private record Made(String id, String secret) {
        String path() {
            return WEBHOOKS + "/" + id;
        }
    }

    @BeforeEach
    void enter() {
        calls = new TestApi(web, api.tenant());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tellsOfAnImportThatHasCompletedSignedAndWithoutContacts() throws Exception {
        Made webhook = webhook(receiver.url(), "");

        DocumentContext ended = api.run(FILE, "");

        Got got = receiver.await(1).getFirst();
        new com.standardwebhooks.Webhook(webhook.secret()).verify(got.body(), got.headers());
        assertThat(got.headers().firstValue("content-type").orElse(""))
                .startsWith("application/json");
        assertThat(got.type()).isEqualTo("import.completed");
        String id = ended.read("$.id");
        assertThat(TestApi.json(calls.get("/api/v1/imports/" + id)).<String>read("$.status"))
                .as("the state is there when the message comes")
                .isEqualTo("completed");
        assertThat(got.json().path("data").path("import_id").asString()).isEqualTo(id);
        assertThat(got.json().path("data").path("number").asLong()).isEqualTo(1);
        assertThat(got.json().path("data").path("link").asString()).endsWith("/imports/" + id);
        assertThat(got.json().path("data").path("result").toString())
                .isEqualTo(
                        "{\"total\":2,\"created\":1,\"updated\":0,\"unchanged\":0,\"skipped\":0,\"failed\":1,\"unprocessed\":0,\"warnings\":0}");
        assertThat(got.body()).doesNotContain("ada", "grace", "secret", "555", ".csv");
        assertThat(settled(webhook))
                .containsEntry("state", "delivered")
                .containsEntry("attempts", 1)
                .containsEntry("response_code", 200)
                .containsEntry("response", "thanks")
                .containsEntry("import_id", id);
    }

    @Test
    void tellsOfEveryWayInWhichAnImportEnds() {
        webhook(receiver.url(), "");
        UUID undone = UUID.fromString(api.run(FILE, "").read("$.id"));
        new UndoApi(web, api).undo(undone);
        api.run(BROKEN, "");
        assertThat(api.cancel(api.upload(FILE))).hasStatus(202);

        List<Got> got = receiver.await(4);

        assertThat(got.stream().map(Got::type))
                .containsExactlyInAnyOrder(
                        "import.completed", "import.reverted", "import.failed", "import.cancelled");
        assertThat(got.stream().map(Got::id)).doesNotHaveDuplicates();
        Got failed =
                got.stream().filter(one -> one.type().equals("import.failed")).findFirst().get();
        assertThat(failed.json().path("data").path("failure_code").asString())
                .isEqualTo("UNCLOSED_QUOTE");
    }

    @Test
    void tellsOnlyWhatWasAskedForAndOnlyTheOwnTenant() {
        Made failures = webhook(receiver.url(), "\"events\": [\"import.failed\"]");
        Made paused = webhook(receiver.url(), "");
        assertThat(calls.patch(paused.path(), "{\"state\": \"paused\"}")).hasStatusOk();
        var other = new TestApi(web, tenants.create());
        assertThat(other.post(WEBHOOKS, "{\"url\": \"" + receiver.url() + "\"}")).hasStatus(201);

        api.run(FILE, "");
        api.run(BROKEN, "");

        assertThat(receiver.await(1).stream().map(Got::type)).containsExactly("import.failed");
        assertThat(settled(failures)).containsEntry("event", "import.failed");
        assertThat(deliveries(paused)).isEmpty();
        assertThat(receiver.got()).hasSize(1);
        for (MvcTestResult foreign :
                List.of(
                        other.get(failures.path()),
                        other.patch(failures.path(), "{}"),
                        other.delete(failures.path()),
                        other.post(failures.path() + "/rotate", ""),
                        other.post(failures.path() + "/test", ""),
                        other.get(failures.path() + "/deliveries"))) {
            assertThat(foreign).hasStatus(404);
        }
    }

    @Test
    void isTriedAgainUnderTheSameIdUntilItGetsThrough() {
        receiver.answering(Receiver.after(2));
        Made webhook = webhook(receiver.url(), "");

        api.run(FILE, "");

        List<Got> got = receiver.await(3);
        assertThat(got.stream().map(Got::id).distinct()).hasSize(1);
        assertThat(got.stream().map(Got::body).distinct()).hasSize(1);
        assertThat(settled(webhook))
                .containsEntry("state", "delivered")
                .containsEntry("attempts", 3);
        assertThat(state(webhook)).isEqualTo("active");
    }

    @Test
    void isGivenUpAndFailsUntilOneGetsThrough() {
        receiver.answering(Receiver.always(500, "no <b>way</b>"));
        Made webhook = webhook(receiver.url(), "");
        api.run(FILE, "");

        assertThat(settled(webhook))
                .containsEntry("state", "failed")
                .containsEntry("attempts", 3)
                .containsEntry("response_code", 500)
                .containsEntry("response", "no <b>way</b>");
        assertThat(state(webhook)).isEqualTo("failing");

        api.run(FILE, "");
        assertThat(settled(webhook)).as("tried once").containsEntry("attempts", 1);
        assertThat(receiver.got()).hasSize(4);

        receiver.answering(Receiver.ok());
        assertThat(calls.post(webhook.path() + "/test", "")).hasStatus(202);
        assertThat(settled(webhook)).containsEntry("state", "delivered");
        assertThat(state(webhook)).isEqualTo("active");
    }

    @Test
    void whoIsGoneIsNotAskedAgain() {
        receiver.answering(Receiver.always(410, ""));
        Made webhook = webhook(receiver.url(), "");

        api.run(FILE, "");

        assertThat(settled(webhook)).containsEntry("state", "failed").containsEntry("attempts", 1);
        assertThat(state(webhook)).isEqualTo("failing");
    }

    @Test
    void aReceiverThatHangsHoldsUpNobody() {
        receiver.answering(receiver.hanging());
        Made slow = webhook(receiver.url(), "");
        try (Receiver quick = new Receiver()) {
            webhook(quick.url(), "");

            api.run(FILE, "");

            quick.await(1);
            assertThat(deliveries(slow).getFirst())
                    .as("while the other one still waits for its first answer")
                    .containsEntry("attempts", 0);
        }
        assertThat(settled(slow))
                .containsEntry("state", "failed")
                .containsEntry("attempts", 3)
                .containsEntry("response_code", null)
                .hasEntrySatisfying(
                        "failure", why -> assertThat(why).asString().contains("within 1 s"));
    }

    @Test
    void redirectsAreNotFollowed() {
        try (Receiver inside = new Receiver()) {
            receiver.answering(Receiver.redirecting(inside.url()));
            Made webhook = webhook(receiver.url(), "");

            calls.post(webhook.path() + "/test", "");

            assertThat(settled(webhook))
                    .containsEntry("state", "failed")
                    .containsEntry("response_code", 307);
            assertThat(inside.got()).isEmpty();
        }
    }

    @Test
    void ofAnAnswerWithoutEndOnlyTheBeginningIsRead() {
        receiver.answering(receiver.endless());
        Made webhook = webhook(receiver.url(), "");

        calls.post(webhook.path() + "/test", "");

        assertThat(settled(webhook))
                .containsEntry("state", "delivered")
                .hasEntrySatisfying(
                        "response", text -> assertThat(text.toString()).hasSizeBetween(990, 1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3/",
                "https://127.0.0.2/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/latest",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/",
                // 127.0.0.2
                "https://2130706434/"
            })
    void whatLeadsInwardIsRefused(String url) {
        Made webhook = webhook(url, "");

        calls.post(webhook.path() + "/test", "");

        assertThat(settled(webhook))
                .containsEntry("state", "failed")
                .containsEntry("response_code", null)
                .hasEntrySatisfying(
                        "failure", why -> assertThat(why).asString().contains("not public"));
    }

    @Test
    void bothSecretsSignForADay() throws Exception {
        Made webhook = webhook(receiver.url(), "");
        DocumentContext rotated = TestApi.json(calls.post(webhook.path() + "/rotate", ""));
        String secret = rotated.read("$.secret");
        assertThat(secret).startsWith("whsec_").isNotEqualTo(webhook.secret());

        calls.post(webhook.path() + "/test", "");

        Got got = receiver.await(1).getFirst();
        for (String one : List.of(secret, webhook.secret())) {
            new com.standardwebhooks.Webhook(one).verify(got.body(), got.headers());
        }
        calls.post(webhook.path() + "/rotate", "");
        calls.post(webhook.path() + "/test", "");
        Got later = receiver.await(2).getLast();
        assertThatCode(() ->
                        new com.standardwebhooks.Webhook(webhook.secret())
                                .verify(later.body(), later.headers()))
                .as("the one before the former")
                .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
        assertThat(TestBrowser.text(calls.get(webhook.path()))).doesNotContain("whsec_");
    }

    @Test
    void aMessageIsSentAgainUnderItsOwnId() {
        Made webhook = webhook(receiver.url(), "");
        api.run(FILE, "");
        Object delivery = settled(webhook).get("id");

        assertThat(calls.post(webhook.path() + "/deliveries/" + delivery + "/resend", ""))
                .hasStatus(202);

        List<Got> got = receiver.await(2);
        assertThat(got.getLast())
                .extracting(Got::id, Got::body)
                .containsExactly(got.getFirst().id(), got.getFirst().body());
        assertThat(settled(webhook)).containsEntry("state", "delivered");
        assertThat(deliveries(webhook)).hasSize(2);
    }

    @Test
    void whatIsWrongIsNamed() {
        for (String url :
                List.of(
                        "",
                        "example.org/hooks",
                        "ftp://example.org/",
                        "https://user:pass@example.org/",
                        "https://example.org/#part",
                        "https:///hooks",
                        "file:///etc/passwd")) {
            assertThat(calls.post(WEBHOOKS, "{\"url\": \"" + url + "\"}"))
                    .as(url)
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.errors[0].pointer")
                    .isEqualTo("/url");
        }
        assertThat(
                        calls.post(
                                WEBHOOKS,
                                "{\"url\": \"https://example.org\", \"events\": [\"import.x\"]}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/events/0");
        Made webhook = webhook("https://example.org/hooks", "");
        assertThat(calls.patch(webhook.path(), "{\"state\": \"broken\", \"name\": \"x\"}"))
                .hasStatus(422);
        assertThat(TestApi.json(calls.get(webhook.path())).<String>read("$.name"))
                .isEqualTo("example.org");
        assertThat(calls.delete(webhook.path())).hasStatus(204);
        assertThat(calls.get(webhook.path())).hasStatus(404);
    }

    private Made webhook(String url, String more) {
        MvcTestResult answer =
                calls.post(
                        WEBHOOKS,
                        "{\"url\": \"" + url + "\"" + (more.isEmpty() ? "" : ", " + more) + "}");
        assertThat(answer).as(TestBrowser.text(answer)).hasStatus(201);
        DocumentContext made = TestApi.json(answer);
        return new Made(made.read("$.id"), made.read("$.secret"));
    }

    private List<Map<String, Object>> deliveries(Made webhook) {
        return TestApi.json(calls.get(webhook.path() + "/deliveries")).read("$.items");
    }

    /// The latest message, once it is not on its way any more.
    private Map<String, Object> settled(Made webhook) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> deliveries(webhook),
                        all -> !all.isEmpty() && !"waiting".equals(all.getFirst().get("state")))
                .getFirst();
    }

    private String state(Made webhook) {
        return TestApi.json(calls.get(webhook.path())).read("$.state");
    }
}
