package io.muster.server.sources.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class SourcesApiTest {
    private static final String SOURCES = "/api/v1/sources";
    private static final String CRM =
            """
            {"key": "crm", "name": "Our CRM", "mapping": {
                "/id": "external_id",
                "/contact/phone": "phone",
                "/contact/mail": "email",
                "name": "full_name",
                "/labels": "tags",
                "/plan": {"target": "new:plan", "type": "choice", "options": ["gold", "silver"], "values": {"G": "gold"}},
                "/seats": {"target": "new:seats", "type": "number"}}}
            """;

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;
    private TestTenant tenant;
    private TestApi api;

    @BeforeEach
    void enter() {
        tenant = tenants.create();
        api = new TestApi(web, tenant);
    }

    @Test
    void aSourceIsMadeShownChangedAndDeleted() {
        DocumentContext made = json(api.post(SOURCES, CRM), 201);
        assertThat(made.<Map<String, Object>>read("$.mapping"))
                .containsEntry("/contact/phone", "phone")
                .containsEntry("/name", "full_name");
        assertThat(made.<String>read("$.mapping['/plan'].target")).isEqualTo("cf:plan");
        assertThat(made.<String>read("$.mapping['/plan'].values.G")).isEqualTo("gold");
        assertThat(made.<String>read("$.last_seen")).isNull();

        assertThat(json(api.get(SOURCES), 200).<List<String>>read("$.items[*].key"))
                .containsExactly("crm");
        DocumentContext changed = json(api.patch(SOURCES + "/crm", "{\"name\": \"CRM 2\"}"), 200);
        assertThat(changed.<String>read("$.name")).isEqualTo("CRM 2");
        assertThat(changed.<Map<String, Object>>read("$.mapping")).hasSize(7);
        assertThat(api.delete(SOURCES + "/crm")).hasStatus(204);
        assertThat(api.get(SOURCES + "/crm")).hasStatus(404);
        assertThat(api.delete(SOURCES + "/crm")).hasStatus(404);
    }

    @Test
    void withoutAMappingEveryFieldComesUnderItsOwnName() {
        json(api.post(SOURCES, "{\"key\": \"form\", \"name\": \"Form\"}"), 201);

        DocumentContext answer =
                push(
                        "form",
                        "{\"email\": \"Ada@Example.org\", \"first_name\": \"Ada\", \"tags\": [\"a,b\", \"c\"]}");
        assertThat(answer.<List<String>>read("$.results[*].action")).containsExactly("created");
        DocumentContext contact = contact(answer.read("$.results[0].contact_id"));
        assertThat(contact.<String>read("$.email")).isEqualTo("ada@example.org");
        assertThat(contact.<List<String>>read("$.tags")).containsExactlyInAnyOrder("a,b", "c");
        push("form", "{\"email\": [\"ada@example.org\"], \"tags\": [\"d,e\"]}");
        assertThat(contact(contact.read("$.id")).<List<String>>read("$.tags"))
                .containsExactlyInAnyOrder("a,b", "c", "d,e");
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        for (String key : List.of("", "Crm", "api", "file", "1a", "a".repeat(64))) {
            assertThat(api.post(SOURCES, "{\"key\": \"" + key + "\", \"name\": \"x\"}"))
                    .as(key)
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.errors[0].pointer")
                    .isEqualTo("/key");
        }
        MvcTestResult answer =
                api.post(
                        SOURCES,
                        """
                        {"key": "crm", "name": "x", "mapping": {
                            "/a": "phone", "/b": "phone", "/c": "cf:nothing", "/d": {"target": "email", "write": "never"}}}
                        """);
        assertThat(answer).hasStatus(422);
        assertThat(json(answer, 422).<List<String>>read("$.errors[*].pointer"))
                .contains("/mapping/~1d/write");
        assertThat(
                        json(
                                        api.post(
                                                SOURCES,
                                                "{\"key\": \"crm\", \"name\": \"x\", \"mapping\": {\"/a\": \"phone\", \"/b\": \"phone\", \"/c\": \"cf:nothing\"}}"),
                                        422)
                                .<List<String>>read("$.errors[*].code"))
                .contains("DUPLICATE_TARGET", "UNKNOWN_TARGET");
        assertThat(
                        json(
                                        api.post(
                                                SOURCES,
                                                "{\"key\": \"crm\", \"name\": \"x\", \"mapping\": {\"/a\": \"city\"}}"),
                                        422)
                                .<List<String>>read("$.errors[*].code"))
                .containsExactly("MISSING_TARGET");
        json(api.post(SOURCES, CRM), 201);
        assertThat(json(api.post(SOURCES, CRM), 422).<String>read("$.errors[0].code"))
                .isEqualTo("KEY_TAKEN");
    }

    @Test
    void eachObjectIsAnsweredInTheOrderSentAndNothingIsMoreThanDropped() {
        json(api.post(SOURCES, CRM), 201);

        DocumentContext answer =
                push(
                        "crm",
                        """
                        [{"id": 17, "contact": {"phone": "(212) 555-0101", "mail": "ada@example.org"}, "name": "Ada Lovelace",
                          "plan": "G", "seats": 12345678901234567890.125, "labels": ["new"]},
                         {"id": "18", "contact": {"phone": "12"}, "name": "Ben", "plan": "copper"},
                         {"name": "Nobody"},
                         {"contact": {"phone": "not one"}},
                         {"id": "18", "contact": {"mail": "ada@example.org"}},
                         {"id": "17", "name": "Ada\\u0000"},
                         {}]
                        """);

        assertThat(answer.<List<String>>read("$.results[*].action"))
                .containsExactly(
                        "created", "created", "none", "none", "unchanged", "unchanged", "none");
        assertThat(answer.<List<String>>read("$.results[*].result"))
                .containsExactly(
                        "success", "warning", "failure", "failure", "warning", "warning",
                        "failure");
        assertThat(codes(answer, 1)).containsExactlyInAnyOrder("INVALID_PHONE", "INVALID_CHOICE");
        assertThat(codes(answer, 2)).containsExactly("NO_IDENTITY");
        assertThat(codes(answer, 3)).contains("INVALID_PHONE", "NO_IDENTITY");
        assertThat(codes(answer, 4)).contains("KEY_BELONGS_TO_OTHER", "DUPLICATE_IN_FILE");
        assertThat(codes(answer, 5)).contains("CONTROL_CHARACTER");
        assertThat(answer.<String>read("$.results[4].matched_on")).isEqualTo("external_id");
        assertThat(answer.<String>read("$.results[4].contact_id"))
                .isEqualTo(answer.<String>read("$.results[1].contact_id"));
        DocumentContext ada = contact(answer.read("$.results[0].contact_id"));
        assertThat(ada.<String>read("$.external_id")).isEqualTo("17");
        assertThat(ada.<String>read("$.last_name")).isEqualTo("Lovelace");
        assertThat(ada.<String>read("$.custom.plan")).isEqualTo("gold");
        assertThat(TestBrowser.text(api.get("/api/v1/contacts/" + ada.read("$.id"))))
                .contains("12345678901234567890.125");

        DocumentContext log = json(api.get("/api/v1/import-log?source=crm"), 200);
        assertThat(log.<Integer>read("$.counts.all")).isEqualTo(7);
        assertThat(log.<Integer>read("$.counts.failure")).isEqualTo(3);
        assertThat(log.<String>read("$.items[6].payload.contact.mail"))
                .isEqualTo("ada@example.org");
        assertThat(log.<String>read("$.items[1].payload.name")).isEqualTo("Ada\\u0000");
        assertThat(log.<Object>read("$.items[0].import_id")).isNull();
        DocumentContext shown = json(api.get(SOURCES + "/crm"), 200);
        assertThat(shown.<Integer>read("$.last_day.failure")).isEqualTo(3);
        assertThat(shown.<String>read("$.last_seen")).isNotNull();
    }

    @Test
    void anEventCountsOnce() {
        json(api.post(SOURCES, CRM), 201);
        String first = "{\"event_id\": \"e1\", \"id\": \"1\", \"name\": \"Ada\"}";

        String answer = TestBrowser.text(api.post(SOURCES + "/crm/contacts", first));
        String again =
                TestBrowser.text(
                        api.post(
                                SOURCES + "/crm/contacts",
                                "{\"event_id\": \"e1\", \"id\": \"1\", \"name\": \"Somebody else\"}"));
        assertThat(again).isEqualTo(answer).contains("created");
        DocumentContext mixed =
                push(
                        "crm",
                        "["
                                + first
                                + ", {\"event_id\": 2, \"id\": \"2\"}, {\"event_id\": \"2\", \"id\": \"3\"}, {\"id\": \"2\"}]");
        assertThat(mixed.<List<String>>read("$.results[*].action"))
                .containsExactly("created", "created", "created", "unchanged");
        assertThat(mixed.<String>read("$.results[1].contact_id"))
                .isEqualTo(mixed.<String>read("$.results[2].contact_id"));
        assertThat(
                        json(api.get("/api/v1/import-log?source=crm"), 200)
                                .<Integer>read("$.counts.all"))
                .as("what is not written is not logged")
                .isEqualTo(3);
        assertThat(api.post(SOURCES + "/crm/contacts", "{\"event_id\": {}, \"id\": \"9\"}"))
                .hasStatus(422);
    }

    @Test
    void aPushThatIsSentAgainIsAnsweredAgain() {
        json(api.post(SOURCES, CRM), 201);

        MvcTestResult first = keyed("{\"id\": \"1\"}");
        MvcTestResult again = keyed("{\"id\": \"1\"}");
        assertThat(again).hasStatusOk().hasHeader("Idempotency-Replayed", "true");
        assertThat(TestBrowser.text(again)).isEqualTo(TestBrowser.text(first));
        assertThat(keyed("{\"id\": \"2\"}")).hasStatus(422);
        assertThat(
                        json(api.get("/api/v1/import-log?source=crm"), 200)
                                .<Integer>read("$.counts.all"))
                .isEqualTo(1);
    }

    @Test
    void aDryRunTellsAndWritesNothing() {
        json(api.post(SOURCES, CRM), 201);

        DocumentContext tried =
                json(
                        api.post(
                                SOURCES + "/crm/contacts?dry_run=true",
                                "[{\"id\": \"1\"}, {\"name\": \"x\"}]"),
                        200);
        assertThat(tried.<List<String>>read("$.results[*].action"))
                .containsExactly("created", "none");
        assertThat(tried.<Object>read("$.results[0].contact_id")).isNull();
        assertThat(
                        json(api.get("/api/v1/import-log?source=crm"), 200)
                                .<Integer>read("$.counts.all"))
                .isZero();
        assertThat(json(api.get("/api/v1/contacts"), 200).<List<?>>read("$.items")).isEmpty();
    }

    @Test
    void aPushHasItsLimits() {
        json(api.post(SOURCES, CRM), 201);
        String most =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "{\"id\": \"" + i + "\"}")
                        .collect(Collectors.joining(",", "[", "]"));

        assertThat(push("crm", most).<List<?>>read("$.results")).hasSize(1_000);
        assertThat(push("crm", "[]").<List<?>>read("$.results")).isEmpty();
        assertThat(api.post(SOURCES + "/crm/contacts", most.replace("]", ",{}]"))).hasStatus(422);
        assertThat(api.post(SOURCES + "/crm/contacts", "[{}, 7]"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/1");
        assertThat(api.post(SOURCES + "/crm/contacts", "[{}")).hasStatus(400);
        assertThat(api.post(SOURCES + "/nothing/contacts", "{}")).hasStatus(404);
    }

    @Test
    void numbersAndDatesAreAsJsonHasThemUnlessTheSourceSaysOtherwise() {
        json(
                api.post(
                        SOURCES,
                        """
                        {"key": "shop", "name": "Shop", "mapping": {
                            "/id": "external_id",
                            "/a": {"target": "new:a", "type": "number"},
                            "/b": {"target": "new:b", "type": "number", "decimal": "comma"},
                            "/d": {"target": "new:d", "type": "date"},
                            "/e": {"target": "new:e", "type": "date", "date_format": "dmy"}}}
                        """),
                201);

        DocumentContext answer =
                push(
                        "shop",
                        """
                        [{"id": 1, "a": 1.125, "b": 1.125, "d": "2026-03-04", "e": "04.03.2026"},
                         {"id": 2, "a": "1.125", "b": "1,125", "d": "03/04/2026"}]
                        """);
        assertThat(answer.<List<String>>read("$.results[*].result"))
                .containsExactly("success", "warning");
        assertThat(codes(answer, 1)).containsExactly("INVALID_DATE");
        for (int i = 0; i < 2; i++) {
            DocumentContext contact = contact(answer.read("$.results[" + i + "].contact_id"));
            assertThat(contact.<Double>read("$.custom.a")).isEqualTo(1.125);
            assertThat(contact.<Double>read("$.custom.b")).isEqualTo(1.125);
        }
        DocumentContext first = contact(answer.read("$.results[0].contact_id"));
        assertThat(first.<String>read("$.custom.d")).isEqualTo("2026-03-04");
        assertThat(first.<String>read("$.custom.e")).isEqualTo("2026-03-04");
    }

    @Test
    void strictSourcesFailWholeObjects() {
        json(
                api.post(
                        SOURCES,
                        "{\"key\": \"strict\", \"name\": \"Strict\", \"options\": {\"on_invalid\": \"reject_row\", \"required\": [\"phone\"]}}"),
                201);

        DocumentContext answer =
                push(
                        "strict",
                        "[{\"phone\": \"+12125550101\", \"email\": \"no\"}, {\"email\": \"a@example.org\"}]");
        assertThat(answer.<List<String>>read("$.results[*].action"))
                .containsExactly("none", "skipped");
    }

    @Test
    void anotherTenantFindsNothingOfIt() {
        json(api.post(SOURCES, CRM), 201);
        push("crm", "{\"id\": \"1\", \"event_id\": \"e\"}");
        var other = new TestApi(web, tenants.create());

        assertThat(other.get(SOURCES + "/crm")).hasStatus(404);
        assertThat(other.patch(SOURCES + "/crm", "{}")).hasStatus(404);
        assertThat(other.delete(SOURCES + "/crm")).hasStatus(404);
        assertThat(other.post(SOURCES + "/crm/contacts", "{\"id\": \"1\"}")).hasStatus(404);
        assertThat(other.post(SOURCES + "/crm/webhook", "")).hasStatus(404);
        assertThat(TestBrowser.text(other.get(SOURCES))).contains("\"items\":[]");
        json(other.post(SOURCES, CRM), 201);
        assertThat(
                        json(
                                        other.post(
                                                SOURCES + "/crm/contacts",
                                                "{\"id\": \"1\", \"event_id\": \"e\"}"),
                                        200)
                                .<List<String>>read("$.results[*].action"))
                .as("the same event of another tenant is another one")
                .containsExactly("created");
    }

    @Test
    void pushingNeedsTheScopeToWriteContacts() {
        json(api.post(SOURCES, CRM), 201);
        var reader = keys.issue(tenant.id(), "reads", Set.of(Scope.CONTACTS_READ), null);
        var pusher = keys.issue(tenant.id(), "pushes", Set.of(Scope.CONTACTS_WRITE), null);

        assertThat(
                        new TestApi(web, new TestTenant(tenant.id(), reader.secret()))
                                .post(SOURCES + "/crm/contacts", "{\"id\": \"1\"}"))
                .hasStatus(403);
        var push = new TestApi(web, new TestTenant(tenant.id(), pusher.secret()));
        assertThat(push.post(SOURCES + "/crm/contacts", "{\"id\": \"1\"}")).hasStatusOk();
        assertThat(push.get(SOURCES)).hasStatus(403);
    }

    private DocumentContext push(String key, String body) {
        return json(api.post(SOURCES + "/" + key + "/contacts", body), 200);
    }

    private MvcTestResult keyed(String body) {
        return web.post()
                .uri(SOURCES + "/crm/contacts")
                .header("Authorization", tenant.bearer())
                .header("Idempotency-Key", "once")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private DocumentContext contact(String id) {
        return json(api.get("/api/v1/contacts/" + id), 200);
    }

    private static List<String> codes(DocumentContext answer, int result) {
        return answer.read("$.results[" + result + "].info[*].code");
    }

    private static DocumentContext json(MvcTestResult answer, int status) {
        assertThat(answer).as(TestBrowser.text(answer)).hasStatus(status);
        return TestApi.json(answer);
    }
}
