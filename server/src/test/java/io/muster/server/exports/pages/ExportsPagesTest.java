package io.muster.server.exports.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.contacts.TestContacts;
import io.muster.server.tenants.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ServerTest
class ExportsPagesTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    private TenantId tenant;
    private TestBrowser operator;

    @BeforeEach
    void signIn() {
        tenant = tenants.create().id();
        contacts.named(tenant, "Ada", "Lovelace");
        operator = TestBrowser.signedIn(web, tenants.member(tenant, Role.OPERATOR).email());
    }

    @Test
    void anExportIsBegunFollowedAndDownloaded() {
        assertThat(operator.html("/contacts")).contains("href=\"/exports\"");
        assertThat(operator.html("/exports")).contains("No exports yet", "All contacts");

        assertThat(operator.post("/exports", Map.of("segment", "", "format", "csv")))
                .hasRedirectedUrl("/exports?begun=1");
        assertThat(operator.html("/exports?begun=1")).contains("The export has begun.");
        String ended = ended();

        assertThat(ended)
                .as("at rest")
                .doesNotContain("every 1s")
                .contains("Completed", "1 of 1", "Some operator");
        var link = Pattern.compile("href=\"(/exports/[^\"]+/file)\"").matcher(ended);
        assertThat(link.find()).isTrue();
        assertThat(TestBrowser.text(operator.get(link.group(1)))).contains("Ada");

        assertThat(operator.post(link.group(1).replace("/file", "/withdraw"), Map.of()))
                .hasRedirectedUrl("/exports?withdrawn=1");
        assertThat(operator.html("/exports?withdrawn=1"))
                .contains("The file is removed.", "Removed")
                .doesNotContain("/file\"");
        assertThat(operator.get(link.group(1))).hasStatus(410);
    }

    @Test
    void aSegmentLeadsToItsExport() {
        String segment =
                String.valueOf(
                        operator.post(
                                        "/segments/new",
                                        Map.of(
                                                "name", "<Ladies>",
                                                "mode", "all",
                                                "field.0", "first_name",
                                                "op.0", "is",
                                                "value.0", "Ada",
                                                "do", "save"))
                                .getResponse()
                                .getRedirectedUrl());
        String id = segment.substring("/segments/".length());

        assertThat(operator.html(segment)).contains("/exports?segment=" + id);
        assertThat(operator.html("/exports?segment=" + id))
                .contains("<option value=\"" + id + "\" selected>&lt;Ladies&gt;</option>");
        operator.post("/exports", Map.of("segment", id, "format", "xlsx"));
        assertThat(ended()).contains("Segment &lt;Ladies&gt;", ".xlsx");
    }

    @Test
    void whoeverMayNotBeginDownloadsIfTheySeeTheValues() {
        operator.post("/exports", Map.of("format", "csv"));
        ended();
        var compliance = TestBrowser.signedIn(web, tenants.member(tenant, Role.COMPLIANCE).email());

        String page = compliance.html("/exports");
        assertThat(page)
                .contains("Completed", "/file\"")
                .doesNotContain("Begin export", "/withdraw");
        assertThat(compliance.post("/exports", Map.of("format", "csv"))).hasStatus(403);
        var viewer = TestBrowser.signedIn(web, tenants.member(tenant, Role.VIEWER).email());
        assertThat(viewer.html("/exports")).contains("Completed").doesNotContain("/file\"");
        String file = page.replaceAll("(?s).*href=\"(/exports/[^\"]+/file)\".*", "$1");
        assertThat(viewer.get(file)).hasStatus(403);
        assertThat(compliance.get(file)).hasStatusOk();
    }

    private String ended() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> TestBrowser.text(operator.fragment("/exports")),
                        lines -> !lines.contains("every 1s"));
    }
}
