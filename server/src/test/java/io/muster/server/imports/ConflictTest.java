package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.muster.server.TestBrowser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A row whose keys belong to different contacts waits for a person, and no key changes its owner.
class ConflictTest extends ImportTest {
    private static final String KNOWN =
            """
            Phone,Email,First name
            2125550142,ada@example.org,Ada
            2125550143,ben@example.org,Ben
            """;
    private static final String TORN =
            """
            Phone,Email,First name,Company,External id
            2125550142,ben@example.org,Ada B.,Acme,A1
            2125550144,cem@example.org,Cem,Acme,C1
            2125550142,ben@example.org,Both,Acme,
            """;

    @Test
    void aPersonPicksAndTheOthersKeysStay() {
        UUID id = torn();
        DocumentContext row = row(id, 1);
        List<String> candidates = row.read("$.now.candidates[*].contact_id");
        assertThat(candidates).hasSize(2);
        assertThat(row.<List<List<String>>>read("$.now.candidates[*].keys"))
                .containsExactlyInAnyOrder(List.of("phone"), List.of("email"));
        UUID ada = contactId("ada@example.org");

        MvcTestResult answer =
                resolve(id, 1, "{\"choice\": \"pick\", \"contact_id\": \"" + ada + "\"}");

        assertThat(answer).hasStatusOk();
        DocumentContext now = ImportApi.json(answer);
        assertThat(now.<String>read("$.action")).isEqualTo("updated");
        assertThat(now.<String>read("$.contact_id")).isEqualTo(ada.toString());
        assertThat(now.<List<String>>read("$.info[*].code"))
                .containsExactly("KEY_BELONGS_TO_OTHER");
        assertThat(ImportApi.summary(api.retry(id)))
                .isEqualTo("completed 3: 1 created, 1 updated, 1 failed (1 warnings)");
        assertThat(contact("ada@example.org"))
                .contains("Ada B.", "\"company\":\"Acme\"", "\"external_id\":\"A1\"");
        assertThat(contact("ben@example.org")).contains("Ben", "\"company\":null");
    }

    @Test
    void aNewContactGetsTheKeysThatAreLeft() {
        UUID id = torn();

        MvcTestResult answer = resolve(id, 1, "{\"choice\": \"create\"}");

        assertThat(ImportApi.json(answer).<String>read("$.action")).isEqualTo("created");
        assertThat(ImportApi.summary(api.retry(id)))
                .isEqualTo("completed 3: 2 created, 1 failed (1 warnings)");
        assertThat(contact("A1")).contains("Ada B.", "\"phone\":null", "\"email\":null");
        assertThat(resolve(id, 3, "{\"choice\": \"create\"}")).as("no key is left").hasStatus(422);
    }

    @Test
    void theContactsMayBeOneAfterAll() {
        UUID id = torn();
        UUID ada = contactId("ada@example.org");

        MvcTestResult answer =
                resolve(id, 1, "{\"choice\": \"merge\", \"contact_id\": \"" + ada + "\"}");

        assertThat(answer).hasStatusOk();
        assertThat(ImportApi.json(answer).<String>read("$.contact_id")).isEqualTo(ada.toString());
        assertThat(
                        ImportApi.json(api.get("/api/v1/imports/" + id + "/steps"))
                                .<List<String>>read("$.items[*].kind"))
                .as("nothing that could be undone")
                .isEmpty();
        assertThat(row(id, 3).<String>read("$.now.action")).as("the same two").isNotEqualTo("none");
        assertThat(ImportApi.summary(api.retry(id)))
                .isEqualTo("completed 3: 1 created, 2 updated (2 warnings)");
        assertThat(
                        ImportApi.json(api.get("/api/v1/contacts?q=ben@example.org"))
                                .<List<String>>read("$.items[*].id"))
                .isNotEqualTo(List.of());
    }

    @Test
    void aResolutionIsUndoneLikeAnyStep() {
        UUID id = torn();
        resolve(id, 1, "{\"choice\": \"create\"}");
        assertThat(api.undo(id, 1)).hasStatus(204);

        assertThat(row(id, 1).<List<String>>read("$.now.info[*].code"))
                .containsOnly("MATCH_CONFLICT");
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 3: 1 created, 2 failed");
    }

    @Test
    void onlyAConflictAndOnlyACandidateCanBeResolved() {
        UUID id = torn();
        assertThat(resolve(id, 2, "{\"choice\": \"create\"}")).as("imported").hasStatus(409);
        assertThat(resolve(id, 1, "{\"choice\": \"guess\"}")).hasStatus(422);
        assertThat(resolve(id, 1, "{\"choice\": \"pick\"}")).hasStatus(422);
        assertThat(
                        resolve(
                                id,
                                1,
                                "{\"choice\": \"pick\", \"contact_id\": \""
                                        + contactId("cem@example.org")
                                        + "\"}"))
                .as("has none of its keys")
                .hasStatus(422);
        api.edit(id, 1, "{\"Email\": \"new@example.org\"}");
        assertThat(resolve(id, 1, "{\"choice\": \"create\"}")).as("no longer").hasStatus(409);
    }

    private UUID torn() {
        api.run(KNOWN, "{}");
        DocumentContext done = api.run(TORN, "{}");
        assertThat(ImportApi.summary(done)).isEqualTo("completed 3: 1 created, 2 failed");
        return ImportApi.id(done);
    }

    private MvcTestResult resolve(UUID id, long row, String resolution) {
        return api.send(
                api.json("/api/v1/imports/" + id + "/rows/" + row + "/resolution", resolution));
    }

    private DocumentContext row(UUID id, long row) {
        return ImportApi.json(api.get("/api/v1/imports/" + id + "/rows/" + row));
    }

    private UUID contactId(String email) {
        return UUID.fromString(JsonPath.parse(contact(email)).read("$.items[0].id"));
    }

    private String contact(String key) {
        return TestBrowser.text(api.get("/api/v1/contacts?q=" + key));
    }
}
