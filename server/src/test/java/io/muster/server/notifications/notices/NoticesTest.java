package io.muster.server.notifications.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.imports.Import;
import io.muster.server.notifications.MemberImports;
import io.muster.server.notifications.webhooks.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What members see of what they started.
@ServerTest
class NoticesTest {
    private static final String FILE = "Phone,Email\n212-555-0101,ada@example.org\nno,x\n";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired MemberImports imports;
    @Autowired Notices notices;
    @Autowired ApiKeys keys;
    private TestTenant tenant;
    private MemberCaller member;

    @BeforeEach
    void enter() {
        tenant = tenants.create();
        member = tenants.member(tenant.id(), Role.OPERATOR);
    }

    @Test
    void theBellCountsAndTheListTellsUntilItIsRead() {
        TestBrowser browser = TestBrowser.signedIn(web, member.email());
        assertThat(browser.html("/contacts"))
                .contains("aria-label=\"Notices, none new\"")
                .doesNotContain("bell-count");
        Import ended = imports.toTheEnd(member, FILE);
        imports.quietly(member, FILE);

        assertThat(browser.html("/contacts"))
                .contains("aria-label=\"Notices, 2 new\"", "bell-count");
        String list = browser.html("/notices");
        assertThat(list)
                .contains(
                        "<strong>Import #1 completed: 1 of 2 rows imported.</strong>",
                        "Mark all as read")
                .doesNotContain("ada@", "fair");
        Notice first = notices.list(member, null, 9).getLast();
        assertThat(browser.post("/notices/" + first.id(), Map.of()))
                .hasRedirectedUrl("/imports/" + ended.id());
        assertThat(notices.unread(member)).isOne();
        assertThat(browser.post("/notices/read", Map.of())).hasRedirectedUrl("/notices");
        assertThat(browser.html("/notices"))
                .contains("Notices, none new")
                .doesNotContain("<strong>Import", "Mark all as read");
    }

    @Test
    void nobodyElseSeesThem() {
        imports.toTheEnd(member, FILE);
        MemberCaller colleague = tenants.member(tenant.id(), Role.ADMIN);
        imports.toTheEnd(keys.authenticate(tenant.key()).orElseThrow(), FILE);

        assertThat(notices.list(colleague, null, 9)).isEmpty();
        assertThat(notices.list(member, null, 9)).hasSize(1);
        Notice one = notices.list(member, null, 9).getFirst();
        TestBrowser other = TestBrowser.signedIn(web, colleague.email());
        assertThat(other.post("/notices/" + one.id(), Map.of())).hasStatus(404);
        other.post("/notices/read", Map.of());
        assertThat(notices.unread(member)).isOne();
    }

    @Test
    void whoCanDoSomethingAboutItIsToldOfAFailingWebhook() {
        MemberCaller admin = tenants.member(tenant.id(), Role.ADMIN);
        try (Receiver receiver = new Receiver()) {
            receiver.answering(Receiver.always(410, ""));
            var calls = new TestApi(web, tenant);
            String id =
                    calls.made(
                            "/api/v1/webhooks",
                            "{\"name\": \"Ours\", \"url\": \"" + receiver.url() + "\"}");

            imports.toTheEnd(keys.authenticate(tenant.key()).orElseThrow(), FILE);

            List<Notice> told =
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> notices.list(admin, null, 9), all -> !all.isEmpty());
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().sentence())
                    .isEqualTo("The webhook “Ours” is failing: a message to it was given up.");
            assertThat(told.getFirst().path()).isEqualTo("/webhooks/" + id);
            assertThat(notices.list(member, null, 9)).isEmpty();
        }
    }
}
