package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.engine.field.StandardField;
import io.muster.server.contacts.TestContacts;
import io.muster.server.platform.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Files meet people who are suppressed, erased, merged or deleted.
class LeftAloneTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name
            +14155552600,ana@example.org,Ana
            (415) 555-2601,ben@example.net,Ben
            +14155552602,cem@example.org,Cem
            """;

    @Autowired TestContacts contacts;
    @Autowired Imports imports;
    @Autowired ImportRows rows;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{"value": "+14155552600"}, {"value": "example.net"}] | {} | 2 skipped, 1 created | SUPPRESSED:phone, SUPPRESSED:email
                    [{"value": "+14155552600"}, {"value": "example.net"}] | {"suppressed": "skip"} | 1 created, 2 skipped | SUPPRESSED:phone, SUPPRESSED:email
                    [{"value": "+14155552600"}, {"value": "example.net"}] | {"suppressed": "import_flagged"} | 3 created | SUPPRESSED:phone, SUPPRESSED:email
                    [{"value": "ben@example.net"}]                        | {} | 2 created, 1 skipped | SUPPRESSED:email
                    [{"value": "mail.example.net"}]                       | {} | 3 created            |
                    """)
    void theSuppressedAreSkippedOrFlaggedAndCountedApart(
            String list, String options, String outcomes, String remarks) {
        assertThat(post("/suppressions", list)).hasStatus(201);
        UUID id = mapped(FILE, options);
        DocumentContext review = api.review(id);
        api.start(id);
        DocumentContext done = api.await(id);

        for (String outcome : outcomes.split(", ")) {
            assertThat(ImportApi.summary(done)).contains(outcome);
        }
        List<String> expected = remarks == null ? List.of() : List.of(remarks.split(", "));
        assertThat(remarks(done)).isEqualTo(expected);
        assertThat(suppressed(review)).as("review").isEqualTo(expected.size());
        assertThat(review.<Integer>read("$.skipped"))
                .isEqualTo(done.<Integer>read("$.result.skipped"));
    }

    @Test
    void theFlaggedAreStoredAsDoNotContact() {
        post("/suppressions", "{\"value\": \"ben@example.net\"}");

        api.run(FILE, "{\"suppressed\": \"import_flagged\"}");

        assertThat(contact("+14155552601")).containsEntry("do_not_contact", true);
        assertThat(contact("+14155552602")).containsEntry("do_not_contact", false);
    }

    @Test
    void aContactIsSuppressedByKeysThatTheRowDoesNotTell() {
        contacts.add(
                api.tenant().id(),
                draft ->
                        draft.text(StandardField.EXTERNAL_ID, "7")
                                .text(StandardField.EMAIL, "ana@example.org"));
        post("/suppressions", "{\"value\": \"example.org\"}");

        DocumentContext done =
                api.run("External id,First name\n7,Ana\n", "{\"required\": [\"any_key\"]}");

        assertThat(remarks(done)).containsExactly("SUPPRESSED:email");
    }

    @Test
    void whatIsOffTheListIsImportedAgain() {
        post("/suppressions", "{\"value\": \"+14155552600\"}");
        assertThat(ImportApi.summary(api.run(FILE, "{}"))).contains("1 skipped");

        api.send(web.delete().uri(URI.create("/api/v1/suppressions?value=%2B14155552600")));

        assertThat(ImportApi.summary(api.run(FILE, "{}"))).contains("1 created", "2 unchanged");
    }

    @Test
    void anotherTenantsListDoesNotMatter() {
        new ImportApi(web, tenants.create())
                .send(
                        web.post()
                                .uri("/api/v1/suppressions")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"value\": \"+14155552600\"}"));

        assertThat(ImportApi.summary(api.run(FILE, "{}"))).isEqualTo("completed 3: 3 created");
    }

    @Test
    void theErasedDoNotComeBackAndNothingOfTheirRowsIsKept() {
        DocumentContext first = api.run(FILE, "{}");
        String ana = (String) contact("+14155552600").get("id");

        assertThat(post("/contacts/" + ana + "/erase", "")).hasStatus(204);
        UUID id = mapped(FILE.replace("Ana", "Anna"), "{}");
        DocumentContext review = api.review(id);
        List<Map<String, Object>> reviewed = api.reviewRows(id, "");
        api.start(id);
        DocumentContext again = api.await(id);

        assertThat(ImportApi.summary(again)).isEqualTo("completed 3: 2 unchanged, 1 skipped");
        assertThat(remarks(again)).containsExactly("ERASED");
        for (DocumentContext one : List.of(first, again)) {
            assertThat(api.rows(ImportApi.id(one), null).getFirst().get("payload"))
                    .isEqualTo(Map.of("Phone", "", "Email", "", "First name", ""));
        }
        assertThat(reviewed.getFirst().get("payload"))
                .isEqualTo(Map.of("Phone", "", "Email", "", "First name", ""));
        assertThat(review.jsonString()).doesNotContain("555-2600", "+14155552600", "Anna");
        assertThat(api.download(id, "rows.csv?result=skipped"))
                .contains("ERASED")
                .doesNotContain("+14155552600", "Anna");
    }

    @Test
    void whatWasSaidAboutTheErasedGoesWithThem() {
        DocumentContext done =
                api.run(
                        "Phone,Email\n+14155552600,ana@nowhere\n",
                        "{\"on_invalid\": \"drop_field\"}");
        String ana = (String) contact("+14155552600").get("id");
        post("/contacts/" + ana + "/erase", "");

        assertThat(remarks(done)).containsExactly("INVALID_EMAIL:email");
        Import shown = imports.get(api.tenant().id(), ImportApi.id(done));
        assertThat(rows.issues(api.tenant().id(), shown).toString())
                .contains("INVALID_EMAIL")
                .doesNotContain("nowhere");
        assertThat(Json.write(api.rows(ImportApi.id(done), null)))
                .doesNotContain("nowhere", "+14155552600");
    }

    @Test
    void reviewsThatQuoteTheErasedGoWithThem() {
        api.run("Phone,Email\n+14155552600,ana@example.org\n", "{}");
        String ana = (String) contact("+14155552600").get("id");
        UUID id = mapped("Phone,Email\n+14155552600,ana@example.com\n", "{}");
        api.review(id);
        assertThat(Json.write(api.reviewRows(id, ""))).contains("ana@example.org");

        post("/contacts/" + ana + "/erase", "");

        assertThat(api.get("/api/v1/imports/" + id + "/review")).hasStatus(404);
        api.review(id);
        assertThat(Json.write(api.reviewRows(id, "")))
                .contains("ERASED")
                .doesNotContain("ana@example");
    }

    @Test
    void theErasedComeBackByHandOnly() {
        api.run("Phone\n+14155552600\n+14155552601\n", "{}");
        String ana = (String) contact("+14155552600").get("id");
        String ben = (String) contact("+14155552601").get("id");
        post("/contacts/" + ana + "/erase", "");

        MvcTestResult changed =
                api.send(
                        web.patch()
                                .uri("/api/v1/contacts/" + ben)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"phone\": \"+14155552600\"}"));

        assertThat(changed).hasStatusOk();
        assertThat(ImportApi.summary(api.run("Phone\n+14155552600\n", "{}")))
                .isEqualTo("completed 1: 1 unchanged");
    }

    @Test
    void aMergedContactsKeysLeadToTheSurvivorInReviewAndRun() {
        api.run(
                "Phone,Email\n+14155552600,ana@example.org\n+14155552601,annie@example.org\n",
                "{}");
        String ana = (String) contact("+14155552600").get("id");
        String annie = (String) contact("+14155552601").get("id");
        assertThat(post("/contacts/" + ana + "/merge", "{\"other\": \"" + annie + "\"}"))
                .hasStatusOk();

        UUID id = mapped("Phone,First name\n+14155552601,Anna\n", "{}");
        DocumentContext review = api.review(id);
        api.start(id);
        DocumentContext done = api.await(id);

        assertThat(review.<Integer>read("$.updated")).isEqualTo(1);
        assertThat(ImportApi.summary(done)).isEqualTo("completed 1: 1 updated (1 warnings)");
        assertThat(remarks(done)).containsExactly("MERGED_KEY:phone");
        assertThat(api.rows(id, null).getFirst())
                .containsEntry("contact_id", ana)
                .containsEntry("matched_on", "phone");
        assertThat(contact("+14155552600")).containsEntry("first_name", "Anna");
    }

    @Test
    void aDeletedContactDoesNotMatch() {
        api.run(FILE, "{}");
        String ana = (String) contact("+14155552600").get("id");
        assertThat(api.send(web.delete().uri("/api/v1/contacts/" + ana))).hasStatus(204);

        DocumentContext again = api.run(FILE, "{}");

        assertThat(ImportApi.summary(again)).isEqualTo("completed 3: 1 created, 2 unchanged");
        assertThat(contact("+14155552600").get("id")).isNotEqualTo(ana);
    }

    private UUID mapped(String file, String options) {
        UUID id = api.upload(file);
        assertThat(api.map(id, "{\"options\": " + options + "}")).hasStatusOk();
        return id;
    }

    private static int suppressed(DocumentContext review) {
        return review.<List<Integer>>read("$.issues[?(@.code == 'SUPPRESSED')].count").stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private MvcTestResult post(String path, String body) {
        return api.send(
                web.post()
                        .uri("/api/v1" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
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
