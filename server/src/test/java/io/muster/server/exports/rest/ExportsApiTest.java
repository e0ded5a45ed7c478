package io.muster.server.exports.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestFiles;
import io.muster.server.TestTenants;
import io.muster.server.contacts.TestContacts;
import io.muster.server.exports.ExportApi;
import io.muster.server.jobs.RecurringJob;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class ExportsApiTest {
    private static final String EXPORTS = "/api/v1/exports";
    private static final String LONDON =
            "{\"all\": [{\"field\": \"city\", \"op\": \"is\", \"value\": \"London\"}]}";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    @Autowired MusterProperties properties;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("expiredExports")
    RecurringJob expiry;

    private TestApi api;
    private ExportApi exports;

    @BeforeEach
    void makeTenant() {
        api = new TestApi(web, tenants.create());
        exports = new ExportApi(api);
        contact("Ada", "London");
        contact("Ben", "Paris");
    }

    @Test
    void allContactsAreExported() {
        DocumentContext done = exports.run("{}");

        assertThat(done.<String>read("$.status")).isEqualTo("completed");
        assertThat(done.<Integer>read("$.progress.processed")).isEqualTo(2);
        assertThat(done.<Integer>read("$.progress.total")).isEqualTo(2);
        assertThat(done.<String>read("$.expires_at")).isNotNull();
        MvcTestResult file = exports.file(done);
        assertThat(file)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .hasHeader("Content-Length", done.read("$.file_size").toString())
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        values ->
                                assertThat(values.getFirst())
                                        .startsWith("attachment")
                                        .contains("contacts-"));
        assertThat(TestBrowser.text(file).lines()).hasSize(3);
        assertThat(TestBrowser.text(file)).contains("Ada", "Ben");
    }

    @Test
    void aSegmentIsExportedAsItIsNow() {
        String segment =
                TestApi.json(
                                api.post(
                                        "/api/v1/segments",
                                        "{\"name\": \"Lon/don\", \"filter\": " + LONDON + "}"))
                        .read("$.id");

        DocumentContext done = exports.run("{\"segment_id\": \"" + segment + "\"}");
        api.delete("/api/v1/segments/" + segment);

        assertThat(done.<String>read("$.segment_name")).isEqualTo("Lon/don");
        assertThat(done.<String>read("$.file_name")).startsWith("Lon-don-").endsWith(".csv");
        assertThat(text(done)).contains("Ada").doesNotContain("Ben");
    }

    @Test
    void aFilterIsExported() {
        assertThat(text(exports.run("{\"filter\": " + LONDON + "}")))
                .contains("Ada")
                .doesNotContain("Ben");
    }

    @Test
    void whatCannotBeExportedIsRefusedWithItsPlace() {
        refused("{\"filter\": {\"all\": [{\"field\": \"hat\", \"op\": \"is\"}]}}", "/filter/all/0/field");
        refused("{\"segment_id\": \"" + UUID.randomUUID() + "\"}", "/segment_id");
        refused(
                "{\"segment_id\": \"" + UUID.randomUUID() + "\", \"filter\": " + LONDON + "}",
                "/filter");
        refused("{\"format\": \"pdf\"}", "/format");
        assertThat(TestApi.json(api.get(EXPORTS)).<List<?>>read("$.items")).isEmpty();
    }

    @Test
    void exportsOfATenantAreMadeOneAfterAnother() {
        List<String> ids =
                List.of("csv", "xlsx", "csv", "xlsx").stream()
                        .map(format ->
                                TestApi.json(
                                                api.post(
                                                        EXPORTS,
                                                        "{\"format\": \"" + format + "\"}"))
                                        .<String>read("$.id"))
                        .toList();

        for (String id : ids) {
            assertThat(exports.await(id).<String>read("$.status")).isEqualTo("completed");
        }
        var page = TestApi.json(api.get(EXPORTS + "?limit=3"));
        assertThat(page.<List<String>>read("$.items[*].id"))
                .isEqualTo(ids.reversed().subList(0, 3));
        assertThat(
                        TestApi.json(api.get(EXPORTS + "?limit=3&cursor=" + page.read("$.next")))
                                .<List<String>>read("$.items[*].id"))
                .containsExactly(ids.getFirst());
    }

    @Test
    void anExportIsWithdrawnWithItsFile() throws IOException {
        DocumentContext done = exports.run("{}");
        long files = TestFiles.of(properties).count();

        assertThat(api.delete(EXPORTS + "/" + done.read("$.id"))).hasStatus(204);

        assertThat(exports.file(done)).hasStatus(410);
        assertThat(api.get(EXPORTS + "/" + done.read("$.id")))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("expired");
        assertThat(TestFiles.of(properties).count()).isEqualTo(files - 1);
    }

    @Test
    void filesGoWhenTheirTimeHasPassed() {
        DocumentContext due = exports.run("{}");
        DocumentContext young = exports.run("{}");
        transactions.run(
                api.tenant().id(),
                () ->
                        jdbc.sql("update export set expires_at = now() where id = :id")
                                .param("id", UUID.fromString(due.read("$.id")))
                                .update());

        expiry.run();

        assertThat(exports.file(due)).hasStatus(410);
        assertThat(exports.file(young)).hasStatusOk();
    }

    @Test
    void noFileHoldsWhoeverWasErased() {
        UUID person = contact("Cem", "Izmir");
        DocumentContext before = exports.run("{}");
        assertThat(text(before)).contains("Cem");

        assertThat(api.post("/api/v1/contacts/" + person + "/erase", "")).hasStatus(204);

        assertThat(exports.file(before)).hasStatus(410);
        assertThat(text(exports.run("{}"))).contains("Ada").doesNotContain("Cem");
    }

    @Test
    void thereIsNoFileBeforeItIsWhole() {
        UUID id = UUID.randomUUID();
        transactions.run(
                api.tenant().id(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into export (tenant_id, id, status, format, file_name, created_by_name)
                                        values (:tenant, :id, 'processing', 'csv', 'contacts.csv', 'a test')
                                        """)
                                .param("tenant", api.tenant().id().value())
                                .param("id", id)
                                .update());

        assertThat(api.get(EXPORTS + "/" + id + "/file")).hasStatus(409);
    }

    @Test
    void anotherTenantsExportIsNotThere() {
        DocumentContext done = exports.run("{}");
        var other = new TestApi(web, tenants.create());
        String path = EXPORTS + "/" + done.read("$.id");

        assertThat(other.get(path)).hasStatus(404);
        assertThat(other.get(path + "/file")).hasStatus(404);
        assertThat(other.delete(path)).hasStatus(404);
        assertThat(TestApi.json(other.get(EXPORTS)).<List<?>>read("$.items")).isEmpty();
        assertThat(text(new ExportApi(other), new ExportApi(other).run("{}")).lines()).hasSize(1);
        assertThat(exports.file(done)).hasStatusOk();
    }

    private void refused(String body, String pointer) {
        MvcTestResult answer = api.post(EXPORTS, body);
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    private String text(DocumentContext export) {
        return text(exports, export);
    }

    private static String text(ExportApi of, DocumentContext export) {
        return new String(of.bytes(export), StandardCharsets.UTF_8);
    }

    private UUID contact(String name, String city) {
        return contacts.add(
                api.tenant().id(),
                draft ->
                        draft.text(StandardField.EXTERNAL_ID, name)
                                .text(StandardField.FIRST_NAME, name)
                                .text(StandardField.CITY, city));
    }
}
