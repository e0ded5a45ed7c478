package io.muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description that the server gives of its API is the one kept in `docs/openapi.json`.
///
/// After a wanted change of the API, write it anew with `mvn -pl server -am test
/// -Dtest=OpenApiDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dmuster.openapi=write`.
@ServerTest
class OpenApiDocumentTest {
    private static final Path KEPT = Path.of("..", "docs", "openapi.json");

    @Autowired MockMvcTester web;
    @Autowired JsonMapper json;

    @Test
    void theKeptDocumentIsTheServedOne() throws IOException {
        String served = json.writerWithDefaultPrettyPrinter().writeValueAsString(served()) + "\n";
        if (System.getProperty("muster.openapi", "").equals("write")) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, served);
        }

        assertThat(Files.readString(KEPT)).isEqualTo(served);
    }

    @Test
    void itSaysWhatHoldsForAllCalls() {
        JsonNode api = served();

        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/api_key/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/components/schemas/Problem/properties/errors/type").asString())
                .isEqualTo("array");
        JsonNode list = api.at("/paths/~1api~1v1~1api-keys/get");
        assertThat(list.get("parameters"))
                .extracting(parameter -> parameter.get("name").asString())
                .containsExactly("limit", "cursor");
        assertThat(
                        list.at("/responses/default/content/application~1problem+json/schema/$ref")
                                .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/paths/~1api~1v1~1api-keys/post/parameters"))
                .extracting(parameter -> parameter.get("name").asString())
                .containsExactly("Idempotency-Key");
    }

    @Test
    void itsNamesAreInSnakeCase() {
        assertThat(served().get("components").get("schemas"))
                .flatExtracting(schema -> schema.path("properties").propertyNames())
                .allMatch(name -> ((String) name).matches("[a-z0-9]+(_[a-z0-9]+)*"))
                .contains("api_key", "last_used_at");
    }

    @Test
    void pagesAreNoPartOfIt() {
        assertThat(served().get("paths").propertyNames())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/api/v1/"));
    }

    private JsonNode served() {
        return json.readTree(TestBrowser.text(web.get().uri("/api/v1/openapi.json").exchange()));
    }
}
