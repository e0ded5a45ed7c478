package io.muster.server.segments.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestTenants;
import io.muster.server.contacts.TestContacts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class SegmentsApiTest {
    private static final String SEGMENTS = "/api/v1/segments";
    private static final String LONDON =
            "{\"all\": [{\"field\": \"city\", \"op\": \"is\", \"value\": \"London\"}]}";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    private TestApi api;

    @BeforeEach
    void makeTenant() {
        api = new TestApi(web, tenants.create());
    }

    @Test
    void aSegmentIsMadeReadChangedAndDeleted() {
        contact("London");
        MvcTestResult made = create("Londoners", LONDON);
        assertThat(made).hasStatus(201);
        String path = SEGMENTS + "/" + TestApi.json(made).<String>read("$.id");
        assertThat(api.get(path))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"Londoners\", \"count\": 1, \"filter\": " + LONDON + "}");

        String other = "{\"any\": [{\"field\": \"city\", \"op\": \"is_empty\"}]}";
        assertThat(api.patch(path, "{\"name\": \"No town\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"name\": \"No town\", \"count\": 1}");
        assertThat(api.patch(path, "{\"filter\": " + other + "}"))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"No town\", \"count\": 0, \"filter\": " + other + "}");
        assertThat(
                        api.call(
                                HttpMethod.PUT,
                                path,
                                "{\"name\": \"Londoners\", \"filter\": " + LONDON + "}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"name\": \"Londoners\", \"count\": 1}");
        assertThat(api.call(HttpMethod.PUT, path, "{\"name\": \"Londoners\"}")).hasStatus(422);

        assertThat(api.delete(path)).hasStatus(204);
        assertThat(api.get(path)).hasStatus(404);
        assertThat(api.delete(path)).hasStatus(404);
    }

    @Test
    void countsAreLive() {
        String path = SEGMENTS + "/" + id(create("Londoners", LONDON));
        assertThat(count(path)).isZero();

        contact("London");
        contact("Paris");
        assertThat(count(path)).isEqualTo(1);
        assertThat(count(path)).as("as counted before").isEqualTo(1);
        var gone = contact("London");
        assertThat(count(path)).isEqualTo(2);
        assertThat(TestApi.json(api.get(SEGMENTS)).<Integer>read("$.items[0].count")).isEqualTo(2);
        api.delete("/api/v1/contacts/" + gone);
        assertThat(count(path)).isEqualTo(1);
    }

    @Test
    void itsContactsComePageByPage() {
        for (int i = 0; i < 5; i++) {
            contact("London");
        }
        contact("Paris");
        String path = SEGMENTS + "/" + id(create("Londoners", LONDON)) + "/contacts?limit=3";

        var first = TestApi.json(api.get(path));
        assertThat(first.<List<String>>read("$.items[*].city")).hasSize(3).containsOnly("London");
        var second = TestApi.json(api.get(path + "&cursor=" + first.read("$.next")));
        assertThat(second.<List<String>>read("$.items[*].city")).hasSize(2).containsOnly("London");
        assertThat(second.<String>read("$.next")).isNull();
    }

    @Test
    void aFilterIsCountedWithoutBeingKept() {
        contact("London");
        assertThat(api.post(SEGMENTS + "/count", "{\"filter\": " + LONDON + "}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"count\": 1}");
        assertThat(api.post(SEGMENTS + "/count", "{}")).hasStatus(422);
        for (String never :
                List.of("+999999999-12-31", "+500000-01-01", "9999-12-31", "0000-01-01")) {
            assertThat(
                            api.post(
                                    SEGMENTS + "/count",
                                    "{\"filter\": {\"field\": \"created_at\", \"op\": \"after\", \"value\": \"%s\"}}"
                                            .formatted(never)))
                    .as(never)
                    .hasStatus(422);
        }
        assertThat(TestApi.json(api.get(SEGMENTS)).<List<?>>read("$.items")).isEmpty();
    }

    @Test
    void segmentsAreListedByNamePageByPage() {
        for (String name : List.of("beta", "Alpha", "gamma")) {
            create(name, LONDON);
        }
        var first = TestApi.json(api.get(SEGMENTS + "?limit=2"));
        assertThat(first.<List<String>>read("$.items[*].name")).containsExactly("Alpha", "beta");
        assertThat(
                        TestApi.json(api.get(SEGMENTS + "?limit=2&cursor=" + first.read("$.next")))
                                .<List<String>>read("$.items[*].name"))
                .containsExactly("gamma");
    }

    @Test
    void theWrongConditionIsNamed() {
        MvcTestResult answer =
                create(
                        "Odd",
                        """
                        {"all": [{"field": "city", "op": "is", "value": "London"},
                                 {"any": [{"field": "city", "op": "is_empty"}, {"field": "phone", "op": "is", "value": "12"},
                                          {"field": "hat", "op": "is", "value": "12"}]}]}
                        """);

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/filter/all/1/any/1/value", "/filter/all/1/any/2/field");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].code")
                .asArray()
                .containsExactly("INVALID_PHONE", "UNKNOWN_FIELD");
    }

    @Test
    void namesAreUniqueAndThere() {
        assertThat(create("Londoners", LONDON)).hasStatus(201);
        assertThat(create(" LONDONERS ", LONDON))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("NAME_TAKEN");
        assertThat(create(" ", LONDON)).hasStatus(422);
        assertThat(api.post(SEGMENTS, "{\"name\": \"No filter\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/filter");
        assertThat(api.post(SEGMENTS, "{\"name\": \"x\", \"filter\": {\"al\": []}}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/filter/al");
    }

    @Test
    void anotherTenantsSegmentIsNotThere() {
        String id = id(create("Londoners", LONDON));
        var other = new TestApi(web, tenants.create());
        contact("London");
        for (String path : List.of("", "/contacts")) {
            assertThat(other.get(SEGMENTS + "/" + id + path)).hasStatus(404);
        }
        assertThat(other.patch(SEGMENTS + "/" + id, "{\"name\": \"Mine\"}")).hasStatus(404);
        assertThat(other.delete(SEGMENTS + "/" + id)).hasStatus(404);
        assertThat(TestApi.json(other.get(SEGMENTS)).<List<?>>read("$.items")).isEmpty();
        assertThat(other.post(SEGMENTS + "/count", "{\"filter\": " + LONDON + "}"))
                .bodyJson()
                .isStrictlyEqualTo("{\"count\": 0}");
    }

    private MvcTestResult create(String name, String filter) {
        return api.post(SEGMENTS, "{\"name\": \"%s\", \"filter\": %s}".formatted(name, filter));
    }

    private static String id(MvcTestResult made) {
        return TestApi.json(made).read("$.id");
    }

    private int count(String path) {
        return TestApi.json(api.get(path)).read("$.count");
    }

    private UUID contact(String city) {
        return contacts.add(api.tenant().id(), draft -> draft.text(StandardField.CITY, city));
    }
}
