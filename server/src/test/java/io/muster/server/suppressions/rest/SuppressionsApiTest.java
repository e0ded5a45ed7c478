package io.muster.server.suppressions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Role;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class SuppressionsApiTest {
    private static final String LIST = "/api/v1/suppressions";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = tenants.create();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    phone  | (212) 555-0142            | phone  | +12125550142
                           | 212.555.0142              | phone  | +12125550142
                    email  | ' Ada@Example.ORG '       | email  | ada@example.org
                           | Ada <ada@example.org>     | email  | ada@example.org
                    domain | Example.org               | domain | example.org
                    domain | @example.org              | domain | example.org
                           | '*@example.org'           | domain | example.org
                           | mail.example.co.uk        | domain | mail.example.co.uk
                    """)
    void valuesAreKeptByTheRulesOfTheirFields(
            String kind, String value, String storedKind, String stored) {
        MvcTestResult answer =
                post(
                        "{\"kind\": %s, \"value\": \"%s\", \"reason\": \"asked\"}"
                                .formatted(kind == null ? "null" : '"' + kind + '"', value));

        assertThat(answer).hasStatus(201);
        assertThat(answer)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"kind\": \"%s\", \"value\": \"%s\", \"reason\": \"asked\"}"
                                .formatted(storedKind, stored));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"kind": "phone", "value": "12"}             | /value  | INVALID_PHONE
                    {"kind": "phone", "value": "2.12556E+9"}     | /value  | EXCEL_DAMAGED
                    {"kind": "email", "value": "nobody"}         | /value  | INVALID_EMAIL
                    {"kind": "domain", "value": "no domain"}     | /value  | INVALID_EMAIL
                    {"kind": "domain", "value": "a@b@c.org"}     | /value  | INVALID_EMAIL
                    {"kind": "fax", "value": "12"}               | /kind   | INVALID_OPTION
                    {"kind": "phone"}                            | /value  | MISSING_FIELD
                    {"kind": "phone", "value": " "}              | /value  | MISSING_FIELD
                    {"value": "a\\u0000@b.org"}                  | /value  | CONTROL_CHARACTER
                    [{"value": "a@example.org"}, {"value": "?"}] | /1/value | INVALID_PHONE
                    """)
    void whatCannotBeMatchedIsRefusedWithItsPlace(String body, String pointer, String code) {
        MvcTestResult answer = post(body);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(items("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "null", "[", "7", "{\"value\": {}}", "[{\"reson\": \"x\"}]"})
    void whatIsNoValueIsMalformed(String body) {
        assertThat(post(body)).hasStatus(400);
    }

    @Test
    void aValueStandsOnTheListOnce() {
        assertThat(post("{\"value\": \"ada@example.org\", \"reason\": \"first\"}")).hasStatus(201);
        assertThat(post("{\"value\": \"ADA@example.org\", \"reason\": \"second\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("first");

        assertThat(
                        post(
                                "[{\"value\": \"ada@example.org\"}, {\"value\": \"b@example.org\"}, {\"value\": \"b@example.org\"}]"))
                .hasStatus(201)
                .bodyJson()
                .isStrictlyEqualTo("{\"added\": 1, \"known\": 2}");
    }

    @Test
    void aThousandComeAtOnceAndNoMore() {
        assertThat(post(emails(1_001))).hasStatus(422);
        assertThat(post(emails(1_000)))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.added")
                .isEqualTo(1_000);
    }

    @Test
    void theListIsReadNewestFirstByKindOrByExactValue() {
        post("{\"value\": \"ada@example.org\"}");
        post("{\"value\": \"+12125550142\"}");
        post("{\"value\": \"example.net\"}");

        assertThat(items("")).containsExactly("example.net", "+12125550142", "ada@example.org");
        assertThat(items("?kind=phone")).containsExactly("+12125550142");
        assertThat(items("?value=ADA@example.org")).containsExactly("ada@example.org");
        assertThat(items("?value=ada@example.or")).isEmpty();
        assertThat(items("?value=bob@example.net")).as("a domain is a value of its own").isEmpty();
        assertThat(get("?kind=fax")).hasStatus(400);
        String next = JsonPath.read(TestBrowser.text(get("?limit=2")), "$.next");
        assertThat(items("?limit=2&cursor=" + next)).containsExactly("ada@example.org");
    }

    @Test
    void aValueIsRemovedByIdOrByItself() {
        String id =
                JsonPath.read(TestBrowser.text(post("{\"value\": \"ada@example.org\"}")), "$.id");
        post("{\"value\": \"example.net\"}");

        assertThat(delete("/" + id)).hasStatus(204);
        assertThat(delete("/" + id)).hasStatus(404);
        assertThat(delete("?kind=domain&value=Example.NET")).hasStatus(204);
        assertThat(delete("?kind=domain&value=Example.NET")).hasStatus(404);
        assertThat(items("")).isEmpty();
    }

    @Test
    void whoeverMayNotKeepTheListSeesThatSomethingIsThereNotWhat() {
        post(
                "[{\"value\": \"ada@example.org\"}, {\"value\": \"+12125550142\"}, {\"value\": \"example.net\"}]");
        String operator = bearer(Role.OPERATOR);

        String seen = TestBrowser.text(send(HttpMethod.GET, "", "", operator));

        assertThat(seen).contains("a•••@example.org", "+1•••42", "example.net");
        assertThat(seen).doesNotContain("ada@", "12125550142");
        assertThat(send(HttpMethod.POST, "", "{\"value\": \"b@example.org\"}", operator))
                .hasStatus(403);
        assertThat(send(HttpMethod.GET, "", "", bearer(Role.COMPLIANCE)))
                .bodyJson()
                .extractingPath("$.items[*].value")
                .asArray()
                .contains("ada@example.org");
    }

    @Test
    void theDatabaseAloneDoesNotTell() {
        post("[{\"value\": \"ada@example.org\"}, {\"value\": \"+12125550142\"}]");

        List<String> rows =
                transactions.call(
                        tenant.id(),
                        () ->
                                jdbc.sql(
                                                "select suppression::text, encode(sealed, 'escape'), encode(hash, 'escape') from suppression")
                                        .query((row, i) ->
                                                row.getString(1)
                                                        + row.getString(2)
                                                        + row.getString(3))
                                        .list());

        assertThat(rows)
                .hasSize(2)
                .noneMatch(row -> row.contains("ada@") || row.contains("2125550142"));
    }

    @Test
    void equalValuesOfTwoTenantsLookDifferent() {
        TestTenant other = tenants.create();
        post("{\"value\": \"ada@example.org\"}");
        send(HttpMethod.POST, "", "{\"value\": \"ada@example.org\"}", other.bearer());

        assertThat(hash(tenant.id())).hasSize(16).isNotEqualTo(hash(other.id()));
        assertThat(items("")).hasSize(1);
    }

    private byte[] hash(TenantId of) {
        return transactions.call(
                of,
                () ->
                        jdbc.sql("select hash from suppression")
                                .query((row, i) -> row.getBytes(1))
                                .single());
    }

    private static String emails(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"value\": \"p" + i + "@example.org\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String bearer(Role role) {
        return "Bearer "
                + keys.issue(tenant.id(), role.toString(), role.scopes(), null).secret().text();
    }

    private List<String> items(String query) {
        return JsonPath.read(TestBrowser.text(get(query)), "$.items[*].value");
    }

    private MvcTestResult get(String query) {
        return send(HttpMethod.GET, query, "", tenant.bearer());
    }

    private MvcTestResult post(String body) {
        return send(HttpMethod.POST, "", body, tenant.bearer());
    }

    private MvcTestResult delete(String path) {
        return send(HttpMethod.DELETE, path, "", tenant.bearer());
    }

    private MvcTestResult send(HttpMethod method, String path, String body, String bearer) {
        return web.method(method)
                .uri(LIST + path)
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }
}
