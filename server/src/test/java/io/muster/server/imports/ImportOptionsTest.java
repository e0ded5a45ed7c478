package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.engine.field.StandardField;
import io.muster.server.contacts.TestContacts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What each option of an import does, seen from outside.
class ImportOptionsTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name,Company
            +14155552600,ana@example.org,Ana,Acme
            (415) 555-2601,ben@example.org,Ben,Globex
            +14155552600,ana@example.org,Anna,
            """;

    @Autowired TestContacts contacts;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                   | 2 updated, 1 created      | DUPLICATE_IN_FILE:duplicate_of_row
                    {"existing": "update"}               | 2 updated, 1 created      | DUPLICATE_IN_FILE:duplicate_of_row
                    {"existing": "skip"}                 | 2 skipped, 1 created      | EXISTING_SKIPPED, EXISTING_SKIPPED
                    {"existing": "fail"}                 | 2 failed, 1 created       | ALREADY_EXISTS, ALREADY_EXISTS
                    {"missing": "create"}                | 2 updated, 1 created      | DUPLICATE_IN_FILE:duplicate_of_row
                    {"missing": "skip"}                  | 2 updated, 1 skipped      | NO_MATCH_SKIPPED, DUPLICATE_IN_FILE:duplicate_of_row
                    {"duplicates_in_file": "merge"}      | 2 updated, 1 created      | DUPLICATE_IN_FILE:duplicate_of_row
                    {"duplicates_in_file": "skip"}       | 1 updated, 1 created, 1 skipped | DUPLICATE_IN_FILE:duplicate_of_row
                    {"duplicates_in_file": "fail"}       | 1 updated, 1 created, 1 failed  | DUPLICATE_IN_FILE:duplicate_of_row
                    """)
    void policiesDecideAboutExistingMissingAndRepeated(
            String options, String outcomes, String remarks) {
        contacts.add(api.tenant().id(), draft -> draft.text(StandardField.PHONE, "+14155552600"));

        DocumentContext done = api.run(FILE, options);

        for (String outcome : outcomes.split(", ")) {
            assertThat(ImportApi.summary(done)).contains(outcome);
        }
        assertThat(remarks(done)).isEqualTo(List.of(remarks.split(", ")));
    }

    @Test
    void mergedRowsApplyInFileOrder() {
        api.run(FILE, "{}");

        assertThat(contact("+14155552600"))
                .containsEntry("first_name", "Anna")
                .as("a blank cell keeps what is stored")
                .containsEntry("company", "Acme");
    }

    @Test
    void existingAndDoNotContactGoByTheSuppressedPolicy() {
        contacts.add(
                api.tenant().id(),
                draft -> draft.text(StandardField.PHONE, "+14155552600").doNotContact(true));

        DocumentContext skipped = api.run(FILE, "{}");
        DocumentContext flagged = api.run(FILE, "{\"suppressed\": \"import_flagged\"}");

        assertThat(ImportApi.summary(skipped)).isEqualTo("completed 3: 1 created, 2 skipped");
        assertThat(ImportApi.summary(flagged))
                .isEqualTo("completed 3: 2 updated, 1 unchanged (2 warnings)");
        assertThat(contact("+14155552600"))
                .containsEntry("do_not_contact", true)
                .containsEntry("first_name", "Anna");
    }

    @Test
    void noFileLiftsDoNotContact() {
        contacts.add(
                api.tenant().id(),
                draft -> draft.text(StandardField.PHONE, "+14155552600").doNotContact(true));

        api.run(
                "Phone,Flag\n+14155552600,no\n",
                """
                {"suppressed": "import_flagged",
                 "columns": [{"index": 0, "target": "phone"},
                             {"index": 1, "target": "do_not_contact", "blank": "clear"}]}
                """);

        assertThat(contact("+14155552600")).containsEntry("do_not_contact", true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                             | 1 created, 1 failed              | INVALID_EMAIL:email
                    {"on_invalid": "reject_row"}   | 1 created, 1 failed              | INVALID_EMAIL:email
                    {"on_invalid": "drop_field"}   | 2 created (1 warnings)           | INVALID_EMAIL:email
                    {"required": ["email"]}        | 1 created, 1 failed              | INVALID_EMAIL:email
                    {"required": ["email"], "on_invalid": "drop_field"} | 1 created, 1 skipped | INVALID_EMAIL:email, MISSING_EMAIL:email
                    """)
    void aBadFieldCostsTheRowOrOnlyItself(String options, String outcome, String remarks) {
        DocumentContext done =
                api.run("Phone,Email\n+14155552600,a@example.org\n+14155552601,nobody\n", options);

        assertThat(ImportApi.summary(done)).isEqualTo("completed 2: " + outcome);
        assertThat(remarks(done)).isEqualTo(List.of(remarks.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                  | 2 failed              | MATCH_CONFLICT:phone, MATCH_CONFLICT:email, NO_IDENTITY
                    {"on_conflict": "reject_row"}                       | 2 failed              | MATCH_CONFLICT:phone, MATCH_CONFLICT:email, NO_IDENTITY
                    {"on_conflict": "drop_field"}                       | 1 updated, 1 failed   | KEY_BELONGS_TO_OTHER:email, NO_IDENTITY
                    {"on_conflict": "drop_field", "match_on": ["email"]} | 1 updated, 1 failed  | KEY_BELONGS_TO_OTHER:phone, NO_IDENTITY
                    """)
    void aKeyOfAnotherContactCostsTheRowOrOnlyItself(
            String options, String outcomes, String remarks) {
        contacts.add(api.tenant().id(), draft -> draft.text(StandardField.PHONE, "+14155552600"));
        contacts.add(
                api.tenant().id(), draft -> draft.text(StandardField.EMAIL, "ben@example.org"));
        String required = "{\"required\": [\"any_key\"]";

        DocumentContext done =
                api.run(
                        "Phone,Email,First name\n+14155552600,ben@example.org,Ana\n,,Cem\n",
                        options.equals("{}")
                                ? required + "}"
                                : options.replace("{", required + ", "));

        for (String outcome : outcomes.split(", ")) {
            assertThat(ImportApi.summary(done)).contains(outcome);
        }
        assertThat(remarks(done)).isEqualTo(List.of(remarks.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                      | 1 created, 3 skipped
                    {"required": ["phone"]}                 | 1 created, 3 skipped
                    {"required": ["email"]}                 | 1 created, 3 skipped
                    {"required": ["first_name"]}            | 2 created, 2 skipped
                    {"required": ["any"]}                   | 3 created, 1 skipped
                    {"required": []}                        | 3 created, 1 skipped
                    {"required": ["phone", "email"]}        | 4 skipped
                    """)
    void rowsWithoutWhatIsRequiredAreSkipped(String options, String outcome) {
        DocumentContext done =
                api.run(
                        "Phone,Email,First name\n+14155552600,,Ana\n,b@example.org,\n,,Cem\n,,\n",
                        options);

        assertThat(ImportApi.summary(done)).isEqualTo("completed 4: " + outcome);
    }

    @Test
    void matchOnNamesTheKeysInTheirOrder() {
        contacts.add(api.tenant().id(), draft -> draft.text(StandardField.PHONE, "+14155552600"));
        contacts.add(
                api.tenant().id(), draft -> draft.text(StandardField.EMAIL, "ben@example.org"));
        String file = "Phone,Email,First name\n+14155552600,ben@example.org,Ana\n";

        assertThat(remarks(api.run(file, "{}")))
                .containsExactly("MATCH_CONFLICT:phone", "MATCH_CONFLICT:email");
        assertThat(remarks(api.run(file, "{\"match_on\": [\"email\"]}")))
                .containsExactly("KEY_TAKEN:phone");
        assertThat(remarks(api.run(file, "{\"match_on\": [\"phone\"]}")))
                .containsExactly("KEY_TAKEN:email");
        DocumentContext byMail =
                api.run(
                        "Email,First name\nben@example.org,Ben\n",
                        "{\"match_on\": [\"email\", \"phone\"], \"required\": [\"any\"]}");
        assertThat(api.rows(ImportApi.id(byMail), null).getFirst())
                .containsEntry("matched_on", "email");
    }

    @Test
    void tagsOfTheImportComeOnEveryRow() {
        DocumentContext done =
                api.run(
                        "Phone,Tags\n+14155552600,vip;west\n+14155552601,\n",
                        "{\"tags\": [\"fair\", \" fair \", \"\"]}");

        assertThat(ImportApi.summary(done)).isEqualTo("completed 2: 2 created");
        assertThat(contact("+14155552600").get("tags")).isEqualTo(List.of("vip", "west", "fair"));
        assertThat(contact("+14155552601").get("tags")).isEqualTo(List.of("fair"));
    }

    @Test
    void numbersWithoutCountryBelongToTheDefaultRegion() {
        DocumentContext done = api.run("Phone\n030 80445685\n", "{\"default_region\": \"de\"}");

        assertThat(ImportApi.summary(done)).isEqualTo("completed 1: 1 created");
        assertThat(contact("+493080445685")).containsEntry("phone", "+493080445685");
    }

    @Test
    void unmappedColumnsBecomeFields() {
        String file = "Phone,Shoe size,Shoe Size\n+14155552600,44,big\n";
        DocumentContext done = api.run(file, "{\"auto_create_fields\": true}");
        DocumentContext again = api.run(file, "{\"auto_create_fields\": true}");

        assertThat(ImportApi.summary(done)).isEqualTo("completed 1: 1 created");
        assertThat(ImportApi.summary(again)).isEqualTo("completed 1: 1 unchanged");
        assertThat(contact("+14155552600").get("custom"))
                .isEqualTo(Map.of("shoe_size", "44", "shoe_size_2", "big"));
    }

    @Test
    void aNewFieldIsThereOnceTheImportStarts() {
        String mapping =
                """
                {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "new:plan_tier"}]}
                """;
        UUID id = api.upload("Phone,Plan\n+14155552600,gold\n");
        assertThat(api.map(id, mapping)).hasStatusOk();
        assertThat(api.map(id, mapping.replace("new:", "cf:"))).hasStatus(422);
        api.start(id);
        api.await(id);

        assertThat(contact("+14155552600").get("custom")).isEqualTo(Map.of("plan_tier", "gold"));
        UUID next = api.upload("Phone,Plan\n+14155552601,gold\n");
        assertThat(api.map(next, mapping.replace("new:", "cf:"))).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    always   | keep  | New     | unmapped
                    always   | clear | New     | unmapped
                    if_empty | keep  | Old     | unmapped
                    if_empty | clear | Old     | unmapped
                    """)
    void columnsWriteAsTheyAreTold(String write, String blank, String written, String unmapped) {
        contacts.add(
                api.tenant().id(),
                draft ->
                        draft.text(StandardField.PHONE, "+14155552600")
                                .text(StandardField.FIRST_NAME, "Old")
                                .text(StandardField.LAST_NAME, "Old")
                                .text(StandardField.COMPANY, unmapped));
        api.run(
                "Phone,A,B,C\n+14155552600,New,,New\n",
                """
                {"columns": [{"index": 0, "target": "phone"},
                             {"index": 1, "target": "first_name", "write": "%1$s", "blank": "%2$s"},
                             {"index": 2, "target": "last_name", "write": "%1$s", "blank": "%2$s"}]}
                """
                        .formatted(write, blank));

        Map<String, Object> contact = contact("+14155552600");
        assertThat(contact)
                .containsEntry("first_name", written)
                .containsEntry("last_name", blank.equals("clear") ? null : "Old")
                .containsEntry("company", unmapped);
    }

    @Test
    void cleanRowsGiveTheirPayloadBack() {
        DocumentContext done =
                api.run(
                        "Phone,Email,Email\n+14155552600,\"a\"\"b\nc\",x@example.org\n\n+14155552601,,\n",
                        "{\"columns\": [{\"index\": 0, \"target\": \"phone\"}]}");

        List<Map<String, Object>> rows = api.rows(ImportApi.id(done), null);
        assertThat(rows)
                .extracting(row -> row.get("action"))
                .containsExactly("created", "skipped", "created");
        assertThat(rows.getFirst().get("payload"))
                .isEqualTo(
                        Map.of(
                                "Phone",
                                "+14155552600",
                                "Email",
                                "a\"b\nc",
                                "Email (2)",
                                "x@example.org"));
        assertThat(rows.getLast().get("payload"))
                .isEqualTo(Map.of("Phone", "+14155552601", "Email", "", "Email (2)", ""));
    }

    private List<String> remarks(DocumentContext done) {
        return api.rows(ImportApi.id(done), null).stream()
                .flatMap(row -> ImportApi.codes(row).stream())
                .toList();
    }

    private Map<String, Object> contact(String phone) {
        List<Map<String, Object>> items =
                ImportApi.json(api.get("/api/v1/contacts?q=" + phone.replace("+", "%2B")))
                        .read("$.items");
        assertThat(items).hasSize(1);
        return items.getFirst();
    }
}
