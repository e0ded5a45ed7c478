package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.campaigns.CampaignApi;
import io.muster.server.imports.ImportApi;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// One rule says who sees people's values in full, wherever they are shown.
@ServerTest
class SightTest {
    private static final String FILE =
            """
            Phone,Email,First name,Last name,Street
            212-555-0142,ada@example.org,Ada,Lovelace,12 St James Square
            secret-number,grace@example.org,Grace,Hopper,1 Navy Yard
            """;

    /// What of it nobody may read who sees masked values.
    private static final String[] VALUES = {
        "5550142",
        "555-0142",
        "ada@example",
        "grace@example",
        "Lovelace",
        "Hopper",
        "James Square",
        "secret-number",
        "Navy Yard"
    };

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;

    @Test
    void everyPageGoesByIt() {
        TestTenant tenant = tenants.create();
        var api = new TestApi(web, tenant);
        var imports = new ImportApi(web, tenant);
        CampaignApi campaign = CampaignApi.create(api, imports, 2);
        UUID id = campaign.bring(FILE, "");
        String contact = TestApi.json(api.get("/api/v1/contacts")).read("$.items[0].id");
        String segment =
                api.made("/api/v1/segments", "{\"name\": \"All\", \"filter\": {\"all\": []}}");
        List<String> pages =
                List.of(
                        "/contacts",
                        "/contacts/" + contact,
                        "/segments/" + segment,
                        "/campaigns/" + campaign.id() + "/members",
                        "/imports/" + id,
                        "/imports/" + id + "/rows",
                        "/import-log?range=all");

        var compliance = browser(tenant, Role.COMPLIANCE);
        assertThat(pages)
                .allSatisfy(
                        page -> assertThat(compliance.html(page)).as(page).containsAnyOf(VALUES));
        var viewer = browser(tenant, Role.VIEWER);
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(viewer.html(page))
                                .as(page)
                                .contains("•••")
                                .doesNotContain(VALUES));
        assertThat(viewer.html("/imports/" + id)).doesNotContain("rows.csv", id + "/errors");
        assertThat(compliance.html("/imports/" + id)).contains("rows.csv", id + "/errors");
    }

    @Test
    void everyAnswerGoesByIt() {
        TestTenant tenant = tenants.create();
        UUID id = ImportApi.id(new ImportApi(web, tenant).run(FILE, ""));
        var path = "/api/v1/imports/" + id;
        var narrow = key(tenant, Scope.IMPORTS_READ);

        for (String answer :
                List.of(
                        path,
                        path + "/rows",
                        path + "/issues",
                        "/api/v1/imports",
                        "/api/v1/import-log")) {
            assertThat(TestBrowser.text(narrow.get(answer)))
                    .as(answer)
                    .contains("•••")
                    .doesNotContain(VALUES);
            assertThat(
                            TestBrowser.text(
                                    key(tenant, Scope.IMPORTS_READ, Scope.CONTACTS_READ)
                                            .get(answer)))
                    .as(answer)
                    .containsAnyOf(VALUES)
                    .doesNotContain("•••");
        }
        DocumentContext rows = TestApi.json(narrow.get(path + "/rows"));
        assertThat(rows.<String>read("$.items[0].payload.Phone")).isEqualTo("•••");
        assertThat(narrow.get(path + "/rows.csv")).hasStatus(403);
        assertThat(narrow.get(path + "/steps")).hasStatus(403);
        assertThat(key(tenant, Scope.IMPORTS_READ, Scope.CONTACTS_READ).get(path + "/steps"))
                .hasStatusOk();
        assertThat(key(tenant, Scope.IMPORTS_READ, Scope.IMPORTS_WRITE).get(path + "/errors.csv"))
                .as("bringing contacts is no reason to see those of others")
                .hasStatus(403);
    }

    /// By parts of it a masked name could be spelt out.
    @Test
    void whoeverSeesNoNamesFindsByWholeOnesOnly() {
        TestTenant tenant = tenants.create();
        new ImportApi(web, tenant).run(FILE, "");
        var viewer = browser(tenant, Role.VIEWER);
        var compliance = browser(tenant, Role.COMPLIANCE);

        assertThat(compliance.html("/contacts?q=lovel")).contains("Lovelace");
        for (String page : List.of("/contacts?q=", "/import-log?range=all&q=")) {
            assertThat(viewer.html(page + "lovel")).as(page).doesNotContain("•••");
            assertThat(viewer.html(page + "ada%25")).as(page).doesNotContain("•••");
            assertThat(viewer.html(page + "ada%20lovelace")).as(page).contains("•••");
            assertThat(viewer.html(page + "212-555-0142")).as(page).contains("•••");
        }
        var narrow = key(tenant, Scope.IMPORTS_READ);
        assertThat(TestBrowser.text(narrow.get("/api/v1/import-log?q=lovel")))
                .doesNotContain("•••");
        assertThat(TestBrowser.text(narrow.get("/api/v1/import-log?q=Ada%20Lovelace")))
                .contains("•••");
    }

    private TestBrowser browser(TestTenant tenant, Role role) {
        return TestBrowser.signedIn(web, tenants.member(tenant.id(), role).email());
    }

    private TestApi key(TestTenant tenant, Scope... scopes) {
        var key = keys.issue(tenant.id(), "narrow", Set.of(scopes), null);
        return new TestApi(web, new TestTenant(tenant.id(), key.secret()));
    }
}
