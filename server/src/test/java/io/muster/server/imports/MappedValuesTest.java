package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Distinct values that a field does not know: found over the whole file, mapped once, and read as
/// mapped by review and run.
class MappedValuesTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Level,Zone
            +14155552600,gld,HQ
            +14155552601,gld,Europe/Paris
            +14155552602,Silver,HQ
            +14155552603,n/a,
            +14155552604,Tin,Berlin office
            """;

    @Test
    void unknownValuesAreListedByFrequencyWithWhatTheyCanBeMappedTo() {
        field("level", "choice", "[\"Gold\", \"Silver\"]");
        UUID id = api.upload(FILE);

        DocumentContext values = values(id, 1, "?target=cf:level");

        assertThat(values.<List<String>>read("$.values[*].value"))
                .containsExactly("gld", "Tin", "n/a");
        assertThat(values.<List<Integer>>read("$.values[*].count")).containsExactly(2, 1, 1);
        assertThat(values.<List<String>>read("$.allowed[*].value"))
                .containsExactly("Gold", "Silver");
        assertThat(values.<Integer>read("$.rows")).isEqualTo(5);
        assertThat(values.<Integer>read("$.valid")).isEqualTo(1);
        assertThat(values.<Boolean>read("$.complete")).isTrue();
        assertThat(values.<String>read("$.values[0].message")).contains("Gold, Silver");
        assertThat(values(id, 2, "?target=timezone").<List<String>>read("$.allowed[*].value"))
                .contains("Europe/Berlin", "America/New_York");
    }

    @Test
    void valuesAreMappedOnceForAllRows() {
        field("level", "choice", "[\"Gold\", \"Silver\"]");
        UUID id = api.upload(FILE);
        String mapping =
                """
                {"columns": [
                  {"index": 0, "target": "phone"},
                  {"index": 1, "target": "cf:level", "values": {"gld": "Gold", "n/a": ""}, "new_options": ["Tin"]},
                  {"index": 2, "target": "timezone", "values": {"HQ": "America/New_York", "Berlin office": null}}]}
                """;

        assertThat(api.map(id, mapping)).hasStatusOk();
        DocumentContext mapped = values(id, 1, "");
        assertThat(mapped.<List<String>>read("$.values[*].mapped_to")).containsExactly("Gold", "");
        assertThat(mapped.<Integer>read("$.invalid")).isZero();
        DocumentContext review = api.review(id);
        api.start(id);
        DocumentContext done = api.await(id);

        assertThat(ImportApi.summary(done)).isEqualTo("completed 5: 5 created");
        assertThat(review.<Integer>read("$.created")).isEqualTo(5);
        assertThat(contact("+14155552600"))
                .containsEntry("custom", Map.of("level", "Gold"))
                .containsEntry("timezone", "America/New_York");
        assertThat(contact("+14155552603")).containsEntry("custom", Map.of());
        assertThat(contact("+14155552604"))
                .containsEntry("custom", Map.of("level", "Tin"))
                .containsEntry("timezone", null);
        assertThat(ImportApi.json(api.get("/api/v1/fields/level")).<List<String>>read("$.options"))
                .containsExactly("Gold", "Silver", "Tin");
    }

    @Test
    void aValueCannotBeMappedToOneThatIsNotKnownEither() {
        UUID id = api.upload(FILE);

        MvcTestResult answer =
                api.map(
                        id,
                        """
                        {"columns": [{"index": 0, "target": "phone"},
                                     {"index": 2, "target": "timezone", "values": {"HQ": "Atlantis"}}]}
                        """);

        assertThat(answer).hasStatus(422);
        assertThat(ImportApi.json(answer).<List<String>>read("$.errors[*].pointer"))
                .containsExactly("/columns/1/values");
    }

    @Test
    void whatCannotBeListedIsSaid() {
        UUID id = api.upload(FILE);

        assertThat(get(id, 7, "")).hasStatus(404);
        assertThat(get(id, 1, "?target=cf:nothing")).hasStatusOk();
        assertThat(get(id, 1, "?target=nonsense")).hasStatus(422);
        assertThat(get(id, 1, "?target=skip")).hasStatus(400);
    }

    @Test
    void severalColumnsMakeTagsAndAFullNameMakesTwo() {
        DocumentContext done =
                api.run(
                        "Who,Phone,Group,Interests\nAda King Byron,+14155552600,vip,\"art, vip\"\n",
                        """
                        {"columns": [{"header": "who", "target": "full_name"},
                                     {"header": "Phone", "target": "phone"},
                                     {"header": "Group", "target": "tags"},
                                     {"header": "Interests", "target": "tags", "values": {"art": "culture"}}]}
                        """);

        assertThat(ImportApi.summary(done)).isEqualTo("completed 1: 1 created");
        assertThat(contact("+14155552600"))
                .containsEntry("first_name", "Ada King")
                .containsEntry("last_name", "Byron")
                .containsEntry("tags", List.of("vip", "culture"));
    }

    @Test
    void aHeaderThatTheFileDoesNotHaveIsNamed() {
        MvcTestResult answer =
                api.map(
                        api.upload(FILE),
                        "{\"columns\": [{\"header\": \"Telefon\", \"target\": \"phone\"}]}");

        assertThat(answer).hasStatus(422);
        assertThat(ImportApi.json(answer).<String>read("$.errors[0].pointer"))
                .isEqualTo("/columns/0/header");
    }

    private void field(String key, String type, String options) {
        assertThat(
                        api.send(
                                web.post()
                                        .uri("/api/v1/fields")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                "{\"key\": \"%1$s\", \"label\": \"%1$s\", \"type\": \"%2$s\", \"options\": %3$s}"
                                                        .formatted(key, type, options))))
                .hasStatus(201);
    }

    private DocumentContext values(UUID id, int index, String query) {
        MvcTestResult answer = get(id, index, query);
        assertThat(answer).hasStatusOk();
        return ImportApi.json(answer);
    }

    private MvcTestResult get(UUID id, int index, String query) {
        return api.get("/api/v1/imports/" + id + "/columns/" + index + "/values" + query);
    }

    private Map<String, Object> contact(String phone) {
        List<Map<String, Object>> items =
                ImportApi.json(api.get("/api/v1/contacts?q=" + phone.replace("+", "%2B")))
                        .read("$.items");
        assertThat(items).hasSize(1);
        return items.getFirst();
    }
}
