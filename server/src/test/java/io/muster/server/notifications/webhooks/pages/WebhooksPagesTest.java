package io.muster.server.notifications.webhooks.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import io.muster.server.notifications.webhooks.Receiver;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class WebhooksPagesTest {
    private static final Pattern PATH = Pattern.compile("href=\"(/webhooks/[0-9a-f-]{36})\"");

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    private final Receiver receiver = new Receiver();
    private TestTenant tenant;
    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        admin = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.ADMIN).email());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aWebhookIsMadeTriedPausedAndDeleted() {
        assertThat(admin.html("/webhooks")).contains("No webhooks yet");
        String path = made();
        assertThat(admin.html(path)).contains("No messages yet").doesNotContain("whsec_");

        assertThat(admin.post(path + "/test", Map.of())).hasRedirectedUrl(path + "?done=tested");
        receiver.await(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> admin.html(path).contains("Delivered"));
        assertThat(admin.html(path + "?done=tested"))
                .contains("A test message is on its way.", "Answered 200", "thanks", "Send again");

        assertThat(TestBrowser.text(admin.post(path + "/rotate", Map.of()))).contains("whsec_");
        assertThat(admin.post(path + "/pause", Map.of())).hasRedirectedUrl(path + "?done=paused");
        assertThat(admin.html(path)).contains("Paused", "Resume").doesNotContain("Send a test");
        admin.post(path + "/resume", Map.of());
        assertThat(admin.post(path + "/delete", Map.of())).hasRedirectedUrl("/webhooks?deleted=1");
        assertThat(admin.html("/webhooks?deleted=1")).contains("The webhook is gone.");
    }

    @Test
    void whatIsRefusedIsSaidAndStaysInTheForm() {
        MvcTestResult answer = admin.post("/webhooks", Map.of("name", "<b>x", "url", "nowhere"));
        assertThat(answer).hasStatus(422);
        assertThat(TestBrowser.text(answer))
                .contains(
                        "needs a whole address",
                        "Choose at least one event",
                        "value=\"&lt;b>x\"",
                        "value=\"nowhere\"");
        String path = made();
        assertThat(admin.post(path, Map.of("name", "", "url", "https://example.org")))
                .hasStatus(422);
        assertThat(
                        admin.post(
                                path,
                                Map.of(
                                        "name", "Ours",
                                        "url", "https://example.org/h",
                                        "import_failed", "true")))
                .hasRedirectedUrl(path + "?done=saved");
        assertThat(admin.html("/webhooks"))
                .contains("Ours", "https://example.org/h", "Import failed")
                .doesNotContain("Import completed, ");
    }

    @Test
    void whoMayNotChangeSeesAndChangesNothing() {
        String path = made();
        TestBrowser operator =
                TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.OPERATOR).email());

        assertThat(operator.html(path))
                .contains("Told of")
                .doesNotContain("Send a test", "<form method=\"post\" action=\"/webhooks");
        assertThat(operator.post(path + "/test", Map.of())).hasStatus(403);
        assertThat(operator.post("/webhooks", Map.of("name", "x", "url", "https://x.org")))
                .hasStatus(403);
    }

    private String made() {
        MvcTestResult answer =
                admin.post(
                        "/webhooks",
                        Map.of("name", "Hook", "url", receiver.url(), "import_completed", "true"));
        assertThat(answer).hasStatusOk();
        assertThat(TestBrowser.text(answer)).contains("The webhook is there.", "whsec_");
        var path = PATH.matcher(admin.html("/webhooks"));
        assertThat(path.find()).isTrue();
        return path.group(1) + "";
    }
}
