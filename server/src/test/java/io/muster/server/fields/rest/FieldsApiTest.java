package io.muster.server.fields.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestTenants;
import io.muster.server.contacts.TestContacts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class FieldsApiTest {
    private static final String FIELDS = "/api/v1/fields";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TestContacts contacts;
    private TestApi api;

    @BeforeEach
    void makeTenant() {
        api = new TestApi(web, tenants.create());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeCanBeMade(FieldType type) {
        String options = type.hasOptions() ? "[\"Gold\", \"Silver\"]" : "[]";

        assertThat(
                        api.post(
                                FIELDS,
                                "{\"label\": \"Some %1$s\", \"type\": \"%1$s\", \"options\": %2$s}"
                                        .formatted(type.text(), options)))
                .hasStatus(201)
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"key\": \"some_%1$s\", \"label\": \"Some %1$s\", \"type\": \"%1$s\", \"options\": %2$s, \"description\": \"\"}"
                                .formatted(type.text(), options));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    number  | 1.50                  | 1.5
                    number  | "1,234.5"             | 1234.5
                    date    | "2026-01-31"          | "2026-01-31"
                    yes_no  | true                  | true
                    yes_no  | "nein"                | false
                    choice  | "GOLD"                | "Gold"
                    choices | ["silver", "Gold"]    | ["Gold", "Silver"]
                    email   | "Ana@Example.org"     | "ana@example.org"
                    phone   | "(415) 956-3488"      | "+14159563488"
                    url     | "www.example.org"     | "https://www.example.org"
                    text    | " as it is "          | "as it is"
                    """)
    void aContactHoldsAValueOfTheType(String type, String sent, String kept) {
        make(type);
        UUID id =
                contacts.add(
                        api.tenant().id(), draft -> draft.text(StandardField.EXTERNAL_ID, "1"));

        assertThat(
                        api.patch(
                                "/api/v1/contacts/" + id,
                                "{\"custom\": {\"it\": %s}}".formatted(sent)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"custom\": {\"it\": %s}}".formatted(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    number  | "many"       | INVALID_NUMBER
                    number  | "2.5E+9"     | EXCEL_DAMAGED
                    date    | "31.01.2026" | INVALID_DATE
                    yes_no  | "perhaps"    | INVALID_YES_NO
                    choice  | "Tin"        | INVALID_CHOICE
                    choices | ["Tin"]      | INVALID_CHOICE
                    email   | "ana"        | INVALID_EMAIL
                    phone   | "12"         | INVALID_PHONE
                    url     | "ftp://x.yz" | INVALID_URL
                    text    | 12           | WRONG_TYPE
                    """)
    void aContactRefusesWhatIsNoneOfTheType(String type, String sent, String code) {
        make(type);
        UUID id =
                contacts.add(
                        api.tenant().id(), draft -> draft.text(StandardField.EXTERNAL_ID, "1"));

        MvcTestResult answer =
                api.patch("/api/v1/contacts/" + id, "{\"custom\": {\"it\": %s}}".formatted(sent));

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type": "text"}                                       | /label     | INVALID_OPTION
                    {"label": " ", "type": "text"}                         | /label     | INVALID_OPTION
                    {"label": "x", "type": "money"}                        | /type      | INVALID_OPTION
                    {"label": "x", "type": "text", "key": "Upper"}         | /key       | INVALID_OPTION
                    {"label": "x", "type": "text", "options": ["a"]}       | /options   | INVALID_OPTION
                    {"label": "x", "type": "choice", "options": ["a", ""]} | /options/1 | INVALID_OPTION
                    {"label": "It", "type": "text", "key": "it"}           | /key       | FIELD_EXISTS
                    """)
    void aFieldThatCannotBeIsRefusedWithThePlace(String wanted, String pointer, String code) {
        make("text");

        MvcTestResult answer = api.post(FIELDS, wanted);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
    }

    @Test
    void keyAndTypeStayAndTheRestCanChange() {
        make("choice");

        assertThat(api.patch(FIELDS + "/it", "{\"label\": \"That\", \"options\": [\"Tin\"]}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"key\": \"it\", \"label\": \"That\", \"type\": \"choice\", \"options\": [\"Tin\"], \"description\": \"\"}");
        MvcTestResult refused =
                api.patch(FIELDS + "/it", "{\"key\": \"that\", \"type\": \"text\"}");
        assertThat(refused).hasStatus(422);
        assertThat(TestApi.json(refused).<List<String>>read("$.errors[*].code"))
                .containsExactly("READ_ONLY", "READ_ONLY");
    }

    @Test
    void aRetiredFieldComesBackWithItsValues() {
        make("number");
        UUID id =
                contacts.add(
                        api.tenant().id(),
                        draft -> draft.text(StandardField.EXTERNAL_ID, "1").custom("it", 1.5));

        assertThat(api.delete(FIELDS + "/it")).hasStatus(204);
        assertThat(api.get(FIELDS + "/it")).hasStatus(404);
        assertThat(api.delete(FIELDS + "/it")).hasStatus(404);
        assertThat(api.post(FIELDS, "{\"key\": \"it\", \"label\": \"It\", \"type\": \"text\"}"))
                .as("values of another type are still there")
                .hasStatus(422);
        assertThat(api.post(FIELDS, "{\"key\": \"it\", \"label\": \"It\", \"type\": \"number\"}"))
                .hasStatus(201);
        assertThat(api.get("/api/v1/contacts/" + id))
                .bodyJson()
                .isLenientlyEqualTo("{\"custom\": {\"it\": 1.5}}");
    }

    @Test
    void aFieldComesBackAsItWas() {
        assertThat(
                        api.post(
                                FIELDS,
                                "{\"key\": \"it\", \"label\": \"It\", \"type\": \"choice\", \"options\": [\"Gold\"], \"description\": \"What  they\\npay\"}"))
                .hasStatus(201);
        api.delete(FIELDS + "/it");

        assertThat(TestApi.json(api.get(FIELDS)).<List<String>>read("$.items[*].key")).isEmpty();
        assertThat(
                        TestApi.json(api.get(FIELDS + "?retired=true"))
                                .<List<String>>read("$.items[*].key"))
                .containsExactly("it");
        assertThat(api.post(FIELDS + "/it/restore", ""))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"key\": \"it\", \"label\": \"It\", \"type\": \"choice\", \"options\": [\"Gold\"], \"description\": \"What they pay\"}");
        assertThat(api.post(FIELDS + "/it/restore", "")).hasStatus(404);
    }

    @Test
    void aDescriptionHasAnEnd() {
        make("text");

        MvcTestResult answer =
                api.patch(FIELDS + "/it", "{\"description\": \"%s\"}".formatted("x".repeat(501)));

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo("TOO_LONG");
    }

    @Test
    void fieldsAreListedByKeyPageByPage() {
        for (String label : List.of("C", "A", "B")) {
            api.post(FIELDS, "{\"label\": \"%s\", \"type\": \"text\"}".formatted(label));
        }

        var first = TestApi.json(api.get(FIELDS + "?limit=2"));
        assertThat(first.<List<String>>read("$.items[*].key")).containsExactly("a", "b");
        var second =
                TestApi.json(api.get(FIELDS + "?limit=2&cursor=" + first.<String>read("$.next")));
        assertThat(second.<List<String>>read("$.items[*].key")).containsExactly("c");
    }

    @Test
    void anotherTenantsFieldIsNobodysField() {
        make("text");
        var stranger = new TestApi(web, tenants.create());

        assertThat(stranger.get(FIELDS + "/it")).hasStatus(404);
        assertThat(stranger.patch(FIELDS + "/it", "{\"label\": \"x\"}")).hasStatus(404);
        assertThat(stranger.delete(FIELDS + "/it")).hasStatus(404);
    }

    private void make(String type) {
        String options = type.startsWith("choice") ? "[\"Gold\", \"Silver\"]" : "[]";
        assertThat(
                        api.post(
                                FIELDS,
                                "{\"key\": \"it\", \"label\": \"It\", \"type\": \"%s\", \"options\": %s}"
                                        .formatted(type, options)))
                .hasStatus(201);
    }
}
