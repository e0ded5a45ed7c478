package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.tenants.TenantTransactions;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class ApiKeysTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = tenants.create();
    }

    @Test
    void theFirstKeyOpensTheApi() {
        assertThat(get("/api/v1/api-keys", tenant.bearer()))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items.length()").isEqualTo(1);
                    assertThat(json).extractingPath("$.next").isNull();
                    assertThat(json)
                            .extractingPath("$.items[0].prefix")
                            .asString()
                            .startsWith("mst_")
                            .hasSize(10);
                });
    }

    @Test
    void withoutAKeyTheAnswerSaysWhatToSend() {
        assertThat(web.get().uri("/api/v1/api-keys"))
                .hasStatus(401)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"muster\"")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"type": "urn:muster:problem:unauthenticated",
                         "title": "A valid API key is needed",
                         "status": 401,
                         "detail": "Send an API key as Authorization: Bearer <key>."}
                        """);
    }

    @Test
    void aMistypedKeyIsToldFromAnUnknownOne() {
        String key = tenant.key().text();
        String mistyped =
                key.substring(0, 20) + (key.charAt(20) == '0' ? '1' : '0') + key.substring(21);

        assertRefused("Bearer " + mistyped, "The API key is incomplete or mistyped.");
        assertRefused(
                "Bearer " + KeySecret.random().text(),
                "The API key is unknown, expired or revoked.");
        assertRefused("Bearer anything", "The API key is unknown, expired or revoked.");
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        var issued = keys.issue(tenant.id(), "Short-lived", Scope.all(), null);
        String bearer = "Bearer " + issued.secret().text();
        assertThat(get("/api/v1/api-keys", bearer)).hasStatusOk();

        assertThat(
                        web.delete()
                                .uri("/api/v1/api-keys/{id}", issued.id())
                                .header(HttpHeaders.AUTHORIZATION, tenant.bearer()))
                .hasStatus(204);

        assertRefused(bearer, "The API key is unknown, expired or revoked.");
    }

    @Test
    void anExpiredKeyIsRefused() {
        var issued = keys.issue(tenant.id(), "Old", Scope.all(), Instant.EPOCH);

        assertRefused(
                "Bearer " + issued.secret().text(), "The API key is unknown, expired or revoked.");
    }

    @Test
    void aKeyMayDoWhatItsScopesSay() {
        String reader = bearerWith(Scope.ACCESS_READ);

        assertThat(get("/api/v1/api-keys", reader)).hasStatusOk();
        assertThat(post("{\"name\": \"More\", \"scopes\": [\"access:read\"]}", reader))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("This needs a key with the scope access:write.");
    }

    @Test
    void aKeyCannotGiveWhatItDoesNotHave() {
        String bearer = bearerWith(Scope.ACCESS_WRITE);

        assertThat(post("{\"name\": \"More\", \"scopes\": [\"contacts:read\"]}", bearer))
                .hasStatus(422)
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.errors[0].pointer").isEqualTo("/scopes/0");
                    assertThat(json).extractingPath("$.errors[0].code").isEqualTo("SCOPE_NOT_HELD");
                });
    }

    @Test
    void theSecretIsKeptAsAHashOnly() {
        List<String> rows =
                transactions.call(
                        tenant.id(),
                        () ->
                                jdbc.sql("select api_key::text from api_key")
                                        .query(String.class)
                                        .list());

        assertThat(rows).hasSize(1).noneMatch(row -> row.contains(tenant.key().text()));
        assertThat(tenant.key().toString()).doesNotContain(tenant.key().text());
    }

    @Test
    void useIsNoted() {
        assertThat(get("/api/v1/api-keys", tenant.bearer())).hasStatusOk();

        assertThat(keys.list(tenant.id(), null, 10).getFirst().lastUsedAt()).isNotNull();
    }

    @Test
    void anotherTenantsKeyIsNotThere() {
        var other = tenants.create();
        var theirs = keys.list(other.id(), null, 1).getFirst().id();
        var random = UUID.randomUUID();

        MvcTestResult foreign = delete(theirs);
        MvcTestResult missing = delete(random);

        assertThat(foreign).hasStatus(404);
        assertThat(body(foreign)).isEqualTo(body(missing));
        assertThat(get("/api/v1/api-keys", other.bearer())).hasStatusOk();
    }

    private String bearerWith(Scope scope) {
        return "Bearer " + keys.issue(tenant.id(), "Narrow", Set.of(scope), null).secret().text();
    }

    private void assertRefused(String bearer, String detail) {
        assertThat(get("/api/v1/api-keys", bearer))
                .hasStatus(401)
                .hasHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"muster\", error=\"invalid_token\"")
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo(detail);
    }

    private MvcTestResult get(String uri, String bearer) {
        return web.get().uri(uri).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }

    private MvcTestResult post(String body, String bearer) {
        return web.post()
                .uri("/api/v1/api-keys")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult delete(UUID id) {
        return web.delete()
                .uri("/api/v1/api-keys/{id}", id)
                .header(HttpHeaders.AUTHORIZATION, tenant.bearer())
                .exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
