package io.muster.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.access.Scope;
import io.muster.server.imports.ImportApi;
import io.muster.server.tenants.TenantTransactions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the trail says of changes and downloads, and what it keeps silent about.
@ServerTest
class AuditTrailTest {
    private static final String AUDIT = "/api/v1/audit";
    private static final String SEGMENTS = "/api/v1/segments";
    private static final String BIG = "{\"name\": \"Big ones\", \"filter\": {\"all\": []}}";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    @Autowired ApiKeys keys;

    private TestTenant tenant;
    private TestApi api;

    @BeforeEach
    void aTenant() {
        tenant = tenants.create();
        api = new TestApi(web, tenant);
    }

    @Test
    void aChangeHasALineWithWhoWhatAndOfWhat() {
        String id = api.made(SEGMENTS, BIG);
        assertThat(api.patch(SEGMENTS + "/" + id, "{\"name\": \"Bigger ones\"}")).hasStatusOk();
        assertThat(api.delete(SEGMENTS + "/" + id)).hasStatus(204);

        assertThat(lines())
                .containsExactly(
                        "First key: segment_deleted Bigger ones",
                        "First key: segment_changed Big ones",
                        "First key: segment_created Big ones");
        DocumentContext trail = trail("");
        assertThat(trail.<List<String>>read("$.items[*].subject.id")).containsOnly(id);
        assertThat(trail.<List<String>>read("$.items[*].actor.kind")).containsOnly("key");
    }

    @Test
    void whatIsRefusedOrChangesNothingHasNone() {
        assertThat(api.post(SEGMENTS, "{\"name\": \"\"}")).hasStatus(422);
        assertThat(api.delete(SEGMENTS + "/" + UUID.randomUUID())).hasStatus(404);
        assertThat(api.post(SEGMENTS + "/count", "{\"filter\": {\"all\": []}}")).hasStatusOk();
        assertThat(api.get("/api/v1/contacts")).hasStatusOk();

        assertThat(lines()).isEmpty();
    }

    @Test
    void whatIsSentAgainCountsOnce() {
        for (int i = 0; i < 2; i++) {
            assertThat(
                            web.post()
                                    .uri(SEGMENTS)
                                    .header(HttpHeaders.AUTHORIZATION, tenant.bearer())
                                    .header("Idempotency-Key", "twice")
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content(BIG))
                    .hasStatus(201);
        }

        assertThat(lines()).containsExactly("First key: segment_created Big ones");
    }

    @Test
    void anImportIsFollowedFromItsUploadToItsDownloads() {
        var imports = new ImportApi(web, tenant);
        UUID id = imports.upload("Phone\n212-555-0142\nnobody\n");
        String path = "/api/v1/imports/" + id;
        assertThat(api.call(HttpMethod.PUT, path + "/mapping", "{}")).hasStatusOk();
        assertThat(api.post(path + "/start", "")).hasStatus(202);
        imports.await(id);
        assertThat(api.get(path + "/errors.csv")).hasStatusOk();
        assertThat(api.get("/api/v1/imports/" + UUID.randomUUID() + "/errors.csv")).hasStatus(404);

        String name = "#1 " + imports.show(id).read("$.file.name");
        assertThat(lines())
                .containsExactly(
                        "First key: errors_downloaded " + name,
                        "First key: import_started " + name,
                        "First key: import_mapped " + name,
                        "First key: import_uploaded " + name);
    }

    @Test
    void aLineHoldsNothingOfAContact() {
        var imports = new ImportApi(web, tenant);
        imports.run("Phone,First name\n212-555-0142,Ada\n", "");
        String contact = TestApi.json(api.get("/api/v1/contacts")).read("$.items[0].id");
        assertThat(api.patch("/api/v1/contacts/" + contact, "{\"first_name\": \"Grace\"}"))
                .hasStatusOk();
        assertThat(
                        api.post(
                                "/api/v1/suppressions",
                                "{\"kind\": \"phone\", \"value\": \"+12125550142\"}"))
                .hasStatus(201);

        assertThat(TestBrowser.text(api.get(AUDIT)))
                .contains("contact_changed", contact, "suppressions_added")
                .doesNotContain("2125550142", "Ada", "Grace");
    }

    @Test
    void peopleHaveLinesToo() {
        MemberCaller admin = tenants.member(tenant.id(), Role.ADMIN);
        var browser = TestBrowser.signedIn(web, admin.email());
        browser.post("/sources", Map.of("name", "Website form", "key", "form"));
        browser.post("/sources/form/delete", Map.of());
        browser.post("/sign-out", Map.of());

        String who = "Some admin (" + admin.email() + ")";
        assertThat(lines())
                .containsExactly(
                        who + ": signed_out " + who,
                        who + ": source_deleted Website form",
                        who + ": source_created Website form",
                        who + ": signed_in " + who);
        assertThat(trail("").<List<String>>read("$.items[*].actor.id"))
                .containsOnly(admin.accountId().toString());
    }

    @Test
    void whatWasGivenIsSaid() {
        MemberCaller viewer = tenants.member(tenant.id(), Role.VIEWER);
        String path = "/api/v1/members/" + viewer.accountId();
        assertThat(api.patch(path, "{\"role\": \"operator\"}")).hasStatusOk();
        assertThat(api.delete(path)).hasStatus(204);
        api.made("/api/v1/members", "{\"email\": \"ada@example.org\", \"role\": \"compliance\"}");
        api.made(
                "/api/v1/api-keys",
                "{\"name\": \"Nightly\", \"scopes\": [\"imports:write\", \"imports:read\"]}");

        assertThat(trail("").<List<String>>read("$.items[*].detail"))
                .containsExactly(
                        "imports:read, imports:write",
                        "compliance",
                        "operator",
                        "viewer → operator");
        assertThat(trail("").<String>read("$.items[3].subject.name"))
                .isEqualTo("Some viewer (" + viewer.email() + ")");
        assertThat(TestBrowser.text(api.get(AUDIT + ".csv"))).contains(",viewer → operator");
    }

    @Test
    void whatWasSoAlreadyHasNoLine() {
        String id =
                api.made(
                        "/api/v1/api-keys",
                        "{\"name\": \"Nightly\", \"scopes\": [\"imports:read\"]}");
        assertThat(api.delete("/api/v1/api-keys/" + id)).hasStatus(204);
        assertThat(api.delete("/api/v1/api-keys/" + id)).hasStatus(204);
        assertThat(api.delete("/api/v1/api-keys/" + UUID.randomUUID())).hasStatus(404);
        MemberCaller admin = tenants.member(tenant.id(), Role.ADMIN);
        var browser = TestBrowser.signedIn(web, admin.email());
        browser.post("/account/sessions/end", Map.of());
        browser.post("/account/sessions/00000000000000000000000000000000/end", Map.of());

        assertThat(lines("?action=api_key_revoked")).hasSize(1);
        assertThat(lines("?action=sessions_ended")).isEmpty();
        assertThat(browser.html("/audit?to=%2B999999999-12-31&from=-999999999-01-01"))
                .contains("Nightly");
    }

    @Test
    void itIsFoundByWhoWhatAndWhen() {
        String id = api.made(SEGMENTS, BIG);
        api.made("/api/v1/teams", "{\"name\": \"North\"}");
        String at = trail("").read("$.items[0].at");

        assertThat(lines("?subject=big%20on")).hasSize(1);
        assertThat(lines("?subject=" + id)).hasSize(1);
        assertThat(lines("?action=team_created")).hasSize(1);
        assertThat(lines("?actor=first")).hasSize(2);
        assertThat(lines("?actor=" + trail("").read("$.items[0].actor.id"))).hasSize(2);
        assertThat(lines("?actor=" + UUID.randomUUID())).isEmpty();
        assertThat(lines("?actor=nobody")).isEmpty();
        assertThat(lines("?from=" + at)).hasSize(1);
        assertThat(lines("?to=" + at)).hasSize(1);
        assertThat(api.get(AUDIT + "?action=flown")).hasStatus(400);
        assertThat(api.get(AUDIT + "?from=yesterday")).hasStatus(400);
    }

    @Test
    void pagesFollowOneAnother() {
        for (int i = 0; i < 5; i++) {
            api.made("/api/v1/teams", "{\"name\": \"Team " + i + "\"}");
        }

        DocumentContext first = trail("?limit=3");
        DocumentContext second = trail("?limit=3&cursor=" + first.read("$.next"));

        assertThat(first.<List<String>>read("$.items[*].subject.name"))
                .containsExactly("Team 4", "Team 3", "Team 2");
        assertThat(second.<List<String>>read("$.items[*].subject.name"))
                .containsExactly("Team 1", "Team 0");
        assertThat(second.<Object>read("$.next")).isNull();
    }

    @Test
    void aFileOfItRunsNothingAndHasALineItself() {
        api.made("/api/v1/teams", "{\"name\": \"=1+1\"}");

        String csv = TestBrowser.text(api.get(AUDIT + ".csv?action=team_created"));

        assertThat(csv).startsWith("\uFEFFAt,By kind,By").contains(",'=1+1,");
        assertThat(csv.lines()).hasSize(2);
        assertThat(lines("?action=audit_downloaded")).hasSize(1);
    }

    @Test
    void nobodyElseReadsIt() {
        api.made("/api/v1/teams", "{\"name\": \"North\"}");
        var other = new TestApi(web, tenants.create());
        var narrow = keys.issue(tenant.id(), "narrow", Set.of(Scope.ACCESS_READ), null).secret();

        assertThat(TestBrowser.text(other.get(AUDIT))).contains("\"items\":[]");
        assertThat(
                        web.get()
                                .uri(URI.create(AUDIT))
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + narrow.text()))
                .hasStatus(403);
    }

    @Test
    void noLineIsChangedOrRemoved() {
        api.made("/api/v1/teams", "{\"name\": \"North\"}");

        for (String sql :
                List.of(
                        "update audit_entry set actor_name = 'Nobody'",
                        "delete from audit_entry",
                        "truncate audit_entry")) {
            assertThatThrownBy(() -> transactions.run(tenant.id(), () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("only ever added to");
        }
        assertThat(lines()).hasSize(1);
    }

    /// The line is part of the change: where it cannot be written, nothing is changed.
    @Test
    void whatCannotBeNotedIsNotDone() {
        String trigger =
                """
                create trigger no_more before insert on audit_entry for each row
                when (new.tenant_id = '%s') execute function refuse_change()
                """;
        jdbc.sql(trigger.formatted(tenant.id())).update();
        try {
            assertThat(api.post("/api/v1/teams", "{\"name\": \"North\"}"))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).hasStatus5xxServerError(),
                            answer -> assertThat(answer.getUnresolvedException()).isNotNull());
        } finally {
            jdbc.sql("drop trigger no_more on audit_entry").update();
        }

        assertThat(TestBrowser.text(api.get("/api/v1/teams"))).contains("\"items\":[]");
        assertThat(lines()).isEmpty();
    }

    private DocumentContext trail(String query) {
        return TestApi.json(api.get(AUDIT + query));
    }

    private List<String> lines() {
        return lines("");
    }

    private List<String> lines(String query) {
        DocumentContext trail = trail(query);
        List<String> actors = trail.read("$.items[*].actor.name");
        List<String> actions = trail.read("$.items[*].action");
        List<String> subjects = trail.read("$.items[*].subject.name");
        return IntStream.range(0, actions.size())
                .mapToObj(i -> actors.get(i) + ": " + actions.get(i) + " " + subjects.get(i))
                .toList();
    }
}
