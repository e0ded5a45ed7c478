package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Mappings that are kept, and that come back for files with the same headers or nearly so.
class SavedMappingsTest extends ImportTest {
    private static final String MAPPINGS = "/api/v1/saved-mappings";
    private static final String FILE =
            """
            Ref,Fon,Extra,Zone
            r1,+14155552600,a,HQ
            r2,+14155552601,b,HQ
            """;
    private static final String CONTENT =
            """
            {"name": "Office list",
             "columns": [{"header": "Ref", "target": "external_id"},
                         {"header": "Fon", "target": "phone", "write": "if_empty"},
                         {"header": "Extra", "target": "skip"},
                         {"header": "Zone", "target": "timezone", "values": {"HQ": "Europe/Paris"}}],
             "options": {"existing": "skip", "required": ["external_id"]}}
            """;

    @Test
    void keepsListsChangesAndRemoves() {
        MvcTestResult made = send(HttpMethod.POST, "", CONTENT);
        assertThat(made).hasStatus(201);
        String id = ImportApi.json(made).read("$.id");

        assertThat(send(HttpMethod.PATCH, "/" + id, "{\"name\": \"Head office\"}")).hasStatusOk();
        DocumentContext shown = ImportApi.json(api.get(MAPPINGS + "/" + id));
        assertThat(shown.<String>read("$.name")).isEqualTo("Head office");
        assertThat(shown.<Map<String, String>>read("$.columns[3].values"))
                .isEqualTo(Map.of("HQ", "Europe/Paris"));
        assertThat(shown.<String>read("$.options.existing")).isEqualTo("skip");
        assertThat(shown.<Object>read("$.used_at")).isNull();
        assertThat(send(HttpMethod.PUT, "/" + id, CONTENT)).hasStatusOk();
        assertThat(ImportApi.json(api.get(MAPPINGS)).<List<String>>read("$.items[*].name"))
                .containsExactly("Office list");

        assertThat(send(HttpMethod.DELETE, "/" + id, null)).hasStatus(204);
        assertThat(api.get(MAPPINGS + "/" + id)).hasStatus(404);
        assertThat(send(HttpMethod.PATCH, "/" + id, "{}")).hasStatus(404);
        assertThat(send(HttpMethod.DELETE, "/" + id, null)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                              | /name, /columns
                    {"name": " ", "columns": [{"header": "A", "target": "phone"}]}  | /name
                    {"name": "x", "columns": [{"target": "phone"}]}                 | /columns/0/header
                    {"name": "x", "columns": [{"header": "A", "target": "phone"}, {"header": "a:", "target": "skip"}]} | /columns/1/header
                    {"name": "x", "columns": [{"header": "A", "target": "nonsense"}]} | /columns/0/target
                    {"name": "x", "columns": [{"header": "A", "target": "phone"}], "options": {"existing": "perhaps"}} | /existing
                    """)
    void saysWhatIsWrongWithOne(String content, String pointers) {
        MvcTestResult answer = send(HttpMethod.POST, "", content);

        assertThat(answer).hasStatus(422);
        assertThat(ImportApi.json(answer).<List<String>>read("$.errors[*].pointer"))
                .isEqualTo(List.of(pointers.split(", ")));
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(send(HttpMethod.POST, "", CONTENT)).hasStatus(201);

        MvcTestResult answer = send(HttpMethod.POST, "", CONTENT.replace("Office", "OFFICE"));

        assertThat(answer).hasStatus(422);
        assertThat(ImportApi.json(answer).<String>read("$.errors[0].pointer")).isEqualTo("/name");
    }

    @Test
    void comesBackForTheSameHeadersWithAllThatBelongsToIt() {
        send(HttpMethod.POST, "", CONTENT);

        UUID id = api.upload("zone;REF;fon;extra\nHQ;r1;+14155552600;a\nHQ;r2;+14155552601;b\n");

        DocumentContext shown = api.show(id);
        assertThat(shown.<List<String>>read("$.columns[*].suggestion.target"))
                .containsExactly("timezone", "external_id", "phone", "skip");
        assertThat(shown.<String>read("$.columns[1].suggestion.reason"))
                .matches("used on \\d{1,2} [A-Z][a-z]{2}");
        assertThat(shown.<String>read("$.earlier_mapping.name")).isEqualTo("Office list");
        assertThat(shown.<List<String>>read("$.earlier_mapping.added")).isEmpty();
        assertThat(api.map(id, "{}")).hasStatusOk();
        assertThat(api.show(id).<String>read("$.options.existing")).isEqualTo("skip");
        api.start(id);
        assertThat(ImportApi.summary(api.await(id))).isEqualTo("completed 2: 2 created");
        assertThat(
                        ImportApi.json(api.get("/api/v1/contacts?q=r1"))
                                .<String>read("$.items[0].timezone"))
                .isEqualTo("Europe/Paris");
        assertThat(ImportApi.json(api.get(MAPPINGS)).<String>read("$.items[0].used_at"))
                .isNotNull();
    }

    @Test
    void saysWhichHeadersAreNewGoneOrRenamed() {
        send(HttpMethod.POST, "", CONTENT);

        DocumentContext shown =
                api.show(api.upload("Ref,Telephone,Extra,City\nr1,+14155552600,a,Paris\n"));

        assertThat(shown.<List<String>>read("$.earlier_mapping.added")).containsExactly("City");
        assertThat(shown.<List<String>>read("$.earlier_mapping.gone")).containsExactly("Zone");
        assertThat(shown.<List<String>>read("$.earlier_mapping.renamed[*].from"))
                .containsExactly("Fon");
        assertThat(shown.<List<String>>read("$.earlier_mapping.renamed[*].to"))
                .containsExactly("Telephone");
        assertThat(shown.<List<String>>read("$.columns[*].suggestion.target"))
                .containsExactly("external_id", "phone", "skip", "city");
    }

    @Test
    void theLastImportWithTheSameHeadersCountsWithoutBeingSaved() {
        api.run(
                FILE,
                """
                {"columns": [{"index": 0, "target": "new:ref_code"}, {"index": 1, "target": "phone"}],
                 "existing": "fail", "tags": ["once"]}
                """);

        UUID id = api.upload(FILE);

        DocumentContext shown = api.show(id);
        assertThat(shown.<List<String>>read("$.columns[*].suggestion.target"))
                .as("the field that was new is there now")
                .containsExactly("cf:ref_code", "phone", "skip", "skip");
        assertThat(shown.<Integer>read("$.earlier_mapping.import_number")).isEqualTo(1);
        assertThat(api.map(id, "{}")).hasStatusOk();
        assertThat(api.show(id).<Object>read("$.options.existing"))
                .as("what was chosen for one file is not for the next")
                .isNull();
    }

    @Test
    void aSavedMappingGoesBeforeTheLastImport() {
        api.run(FILE, "{\"columns\": [{\"index\": 1, \"target\": \"phone\"}]}");
        send(HttpMethod.POST, "", CONTENT);

        assertThat(api.show(api.upload(FILE)).<String>read("$.earlier_mapping.name"))
                .isEqualTo("Office list");
    }

    @Test
    void filesOfAnotherKindAreLeftAlone() {
        send(HttpMethod.POST, "", CONTENT);

        DocumentContext shown = api.show(api.upload("Phone,Email,Ref\n+14155552600,,r1\n"));

        assertThat(shown.<Object>read("$.earlier_mapping")).isNull();
        assertThat(shown.<String>read("$.columns[0].suggestion.reason")).startsWith("exact header");
    }

    @Test
    void anImportsMappingCanBeKept() {
        UUID id = api.upload(FILE);
        api.map(
                id,
                "{\"columns\": [{\"index\": 1, \"target\": \"phone\"}], \"options\": {\"missing\": \"skip\"}}");

        MvcTestResult made =
                send(
                        HttpMethod.POST,
                        "",
                        "{\"name\": \"From import\", \"import_id\": \"%s\"}".formatted(id));

        assertThat(made).hasStatus(201);
        assertThat(ImportApi.json(made).<List<String>>read("$.columns[*].header"))
                .containsExactly("Ref", "Fon", "Extra", "Zone");
        assertThat(ImportApi.json(made).<List<String>>read("$.columns[*].target"))
                .containsExactly("skip", "phone", "skip", "skip");
        assertThat(ImportApi.json(made).<String>read("$.options.missing")).isEqualTo("skip");
    }

    @Test
    void ofNoUseToAnotherTenant() {
        String id = ImportApi.json(send(HttpMethod.POST, "", CONTENT)).read("$.id");
        var stranger = new ImportApi(web, tenants.create());

        assertThat(stranger.get(MAPPINGS + "/" + id)).hasStatus(404);
        assertThat(ImportApi.json(stranger.get(MAPPINGS)).<List<Object>>read("$.items")).isEmpty();
        assertThat(stranger.show(stranger.upload(FILE)).<Object>read("$.earlier_mapping")).isNull();
    }

    private MvcTestResult send(HttpMethod method, String path, @Nullable String body) {
        var request = web.method(method).uri(MAPPINGS + path);
        return api.send(
                body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
