package io.muster.server.sources.pull.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import io.muster.server.platform.MusterProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class PullPagesTest {
    private static final String PULL = "/sources/shop/pull";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired MusterProperties properties;
    private TestTenant tenant;
    private TestBrowser admin;
    private String mapping = "";

    @BeforeEach
    void aSource() {
        tenant = tenants.create();
        admin = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.ADMIN).email());
        var calls = new TestApi(web, tenant);
        calls.post("/api/v1/sources", "{\"key\": \"shop\", \"name\": \"Our shop\"}");
        mapping =
                calls.made(
                        "/api/v1/saved-mappings",
                        "{\"name\": \"Shop\", \"columns\": [{\"header\": \"Mobile\", \"target\": \"phone\"}]}");
    }

    @Test
    void aPullIsSetUpRunPausedAndRemoved() throws IOException {
        Path folder =
                Files.createDirectories(
                        Path.of(properties.pull().folder() + "", tenant.id().toString()));
        Files.writeString(folder.resolve("<b>.csv"), "Mobile\n212-555-0101\n");
        assertThat(admin.html("/sources/shop")).contains("Set up a pull");
        assertThat(admin.html(PULL)).contains("value=\"*.csv, *.xlsx\"", ">Shop</option>");

        assertThat(admin.post(PULL, form("folder", Map.of())))
                .hasRedirectedUrl("/sources/shop?saved=1");
        assertThat(admin.html("/sources/shop")).contains("Pull now", "0 6 * * * UTC", "Active");
        assertThat(admin.post(PULL + "/run", Map.of())).hasRedirectedUrl("/sources/shop?pulled=1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.html("/sources/shop").contains("Import #1</a>"));
        assertThat(admin.html("/sources/shop?pulled=1"))
                .contains("Muster is looking for files.", "&lt;b&gt;.csv");
        assertThat(TestBrowser.text(admin.fragment(PULL + "/state")))
                .contains("id=\"pull\"")
                .doesNotContain("<html");
        admin.post(PULL + "/pause", Map.of());
        assertThat(admin.html("/sources/shop")).contains("Paused", "Resume");
        admin.post(PULL + "/resume", Map.of());
        admin.post(PULL + "/delete", Map.of());
        assertThat(admin.html("/sources/shop")).contains("Set up a pull");
    }

    @Test
    void whatIsRefusedIsSaidAtItsField() {
        MvcTestResult answer =
                admin.post(
                        PULL,
                        form(
                                "sftp",
                                Map.of(
                                        "host", "files.example.org",
                                        "port", "x",
                                        "user", "shop",
                                        "fingerprint", "SHA256:short",
                                        "password", "open sesame")));
        assertThat(answer).hasStatus(422);
        assertThat(TestBrowser.text(answer))
                .contains(
                        "value=\"files.example.org\"",
                        "id=\"port-error\"",
                        "id=\"fingerprint-error\"",
                        "value=\"SHA256:short\"")
                .doesNotContain("open sesame", "id=\"host-error\"");
    }

    @Test
    void whoMayNotChangeOnlyLooks() {
        admin.post(PULL, form("folder", Map.of()));
        TestBrowser operator =
                TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.OPERATOR).email());

        assertThat(operator.html("/sources/shop"))
                .contains("Scheduled pull", "0 6 * * *")
                .doesNotContain("Pull now");
        assertThat(operator.post(PULL + "/run", Map.of())).hasStatus(403);
    }

    private Map<String, String> form(String place, Map<String, String> more) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "place", place,
                                "files", "*.csv",
                                "mapping_id", mapping,
                                "cron", "0 6 * * *",
                                "zone", "UTC",
                                "afterwards", "leave"));
        form.putAll(more);
        return form;
    }
}
