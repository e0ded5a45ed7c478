package io.muster.server.imports.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.Role;
import io.muster.server.imports.ImportApi;
import io.muster.server.tenants.TenantTransactions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The way through an undo, and what is drawn of imports, in a browser that runs no scripts.
@ServerTest
class UndoPagesTest {
    private static final String FILE =
            "Phone,First name\n+14155552600,Ana\n+14155552601,Ben\n12,Bad\n13,Bad\n,None\n";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    private TestTenant tenant;
    private ImportApi api;
    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        api = new ImportApi(web, tenant);
        browser = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.OPERATOR).email());
    }

    @Test
    void showsWhatAnUndoWouldDoAndDoesIt() {
        UUID id = ImportApi.id(api.run(FILE, ""));
        String contact =
                ImportApi.json(api.get("/api/v1/contacts?q=%2B14155552601")).read("$.items[0].id");
        api.send(
                web.patch()
                        .uri("/api/v1/contacts/" + contact)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"first_name\": \"Benno\"}"));
        assertThat(browser.html("/imports/" + id))
                .contains("Possible until", "href=\"/imports/" + id + "/undo\"");

        assertThat(browser.html("/imports/" + id + "/undo"))
                .contains("1 contact will be deleted", "1 row stays as it is.")
                .contains("Nothing is changed yet", "Changed since by", "Benno", "Row 2")
                .doesNotContain("hx-trigger=\"every");
        assertThat(browser.post("/imports/" + id + "/undo", Map.of()))
                .hasRedirectedUrl("/imports/" + id);

        String undone =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () -> browser.html("/imports/" + id),
                                html -> html.contains("data-status=\"reverted\""));
        assertThat(undone)
                .contains(
                        "Undone: 1 contact deleted, no changed row taken back. 1 row stayed as it was.")
                .contains(
                        "href=\"/imports/" + id + "/undo/rows?result=kept\">1</a>", "Asked for by")
                .doesNotContain("Possible until", "hx-trigger=\"every");
        assertThat(browser.html("/imports/" + id + "/undo/rows?result=kept"))
                .contains("Row 2", "Benno", "CHANGED_SINCE", "/contacts/" + contact)
                .doesNotContain("Row 1<");
        assertThat(browser.html("/imports/" + id + "/undo/rows")).contains("Ana", "(deleted)");
        assertThat(browser.html("/imports/" + id + "/undo/rows.csv"))
                .contains(",kept,CHANGED_SINCE,");
        assertThat(browser.get("/imports/" + id + "/undo")).hasRedirectedUrl("/imports/" + id);
        assertThat(browser.html("/imports?status=reverted")).contains("contacts.csv", "Undone");
    }

    /// Only rows were left that stay as they are.
    @Test
    void whatStoppedCanBeBroughtToItsEnd() {
        UUID id = ImportApi.id(api.run("Phone,First name\n+14155552600,Ana\n", ""));
        String contact =
                ImportApi.json(api.get("/api/v1/contacts?q=%2B14155552600")).read("$.items[0].id");
        api.send(
                web.patch()
                        .uri("/api/v1/contacts/" + contact)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"first_name\": \"Benno\"}"));
        transactions.run(
                tenant.id(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into undo (tenant_id, import_id, state, status_before,
                                                          requested_by_name, total)
                                        values (:tenant, :import, 'stopped', 'completed', 'Somebody', 1)
                                        """)
                                .param("tenant", tenant.id().value())
                                .param("import", id)
                                .update());

        assertThat(browser.html("/imports/" + id + "/undo"))
                .contains("1 row stays as it is.", "btn-danger");
        assertThat(browser.post("/imports/" + id + "/undo", Map.of()))
                .hasRedirectedUrl("/imports/" + id);
        assertThat(
                        Awaitility.await()
                                .atMost(Duration.ofSeconds(30))
                                .until(
                                        () -> browser.html("/imports/" + id),
                                        html -> html.contains("data-status=\"reverted\"")))
                .contains("1 row stayed as it was.")
                .doesNotContain("Somebody");
    }

    @Test
    void viewersLookOnlyAndStrangersNotEvenThat() {
        UUID id = ImportApi.id(api.run(FILE, ""));
        var viewer = TestBrowser.signedIn(web, tenants.member(tenant.id(), Role.VIEWER).email());

        assertThat(viewer.html("/imports/" + id)).doesNotContain("/undo\"");
        assertThat(viewer.get("/imports/" + id + "/undo")).hasRedirectedUrl("/imports/" + id);
        assertThat(viewer.post("/imports/" + id + "/undo", Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN);
        var stranger =
                TestBrowser.signedIn(
                        web, tenants.member(tenants.create().id(), Role.ADMIN).email());
        for (String page : new String[] {"/undo", "/undo/rows", "/undo/rows.csv"}) {
            assertThat(stranger.get("/imports/" + id + page))
                    .as(page)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void linksAFileForEachResult() {
        UUID id = ImportApi.id(api.run(FILE, ""));

        assertThat(browser.html("/imports/" + id))
                .contains("/rows.csv?result=created\"", "/rows.csv?result=skipped\"")
                .contains("/rows.csv?result=failed\"", "/rows.csv\"")
                .doesNotContain("/rows.csv?result=updated\"", "/rows.csv?result=with_warning\"");
    }

    @Test
    void drawsReasonsAndTheLatestImports() {
        UUID id = ImportApi.id(api.run(FILE, ""));
        assertThat(browser.html("/imports/" + id))
                .contains(
                        "Rows by reason",
                        "class=\"reason-fill\"",
                        "width=\"1000\"",
                        "width=\"500\"")
                .contains("Steps of this run", "5 rows in");
        assertThat(browser.html("/imports"))
                .as("one import has nothing to be compared with")
                .doesNotContain("history-plot");

        api.run(FILE, "");

        assertThat(browser.html("/imports"))
                .contains("The latest 2 imports")
                .contains("Import 1, contacts.csv: 2 created, 1 skipped, 2 failed")
                .contains("Import 2, contacts.csv: 2 unchanged, 1 skipped, 2 failed");
        assertThat(browser.html("/imports?status=completed")).doesNotContain("history-plot");
    }
}
