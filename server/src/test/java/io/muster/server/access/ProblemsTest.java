package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever goes wrong in a call, the answer has one form, names the place and quotes nothing.
@ServerTest
class ProblemsTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;
    @Autowired JsonMapper json;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            textBlock =
                    """
                    POST   | /api/v1/api-keys           | application/json | {"secret             | 400 | malformed              | -                | -
                    POST   | /api/v1/api-keys           | application/json | -                    | 400 | malformed              | -                | -
                    POST   | /api/v1/api-keys           | application/json | {} {}                | 400 | malformed              | -                | -
                    POST   | /api/v1/api-keys           | application/json | {"secret": 1}        | 400 | malformed              | /secret          | UNKNOWN_PROPERTY
                    POST   | /api/v1/api-keys           | application/json | {"scopes": "secret"} | 400 | malformed              | /scopes          | INVALID_VALUE
                    POST   | /api/v1/api-keys           | application/json | {"scopes": {"a": 1}} | 400 | malformed              | /scopes          | INVALID_VALUE
                    POST   | /api/v1/api-keys           | application/json | {"expires_at": "x"}  | 400 | malformed              | /expires_at      | INVALID_VALUE
                    POST   | /api/v1/api-keys           | application/json | {}                   | 422 | unprocessable          | /name            | INVALID_NAME
                    POST   | /api/v1/api-keys           | text/plain       | secret               | 415 | unsupported-media-type | -                | -
                    GET    | /api/v1/api-keys?limit=0   | -                | -                    | 400 | invalid                | limit            | INVALID_LIMIT
                    GET    | /api/v1/api-keys?cursor=xx | -                | -                    | 400 | invalid                | cursor           | INVALID_CURSOR
                    PUT    | /api/v1/api-keys           | application/json | {}                   | 405 | method-not-allowed     | -                | -
                    DELETE | /api/v1/api-keys/secret    | -                | -                    | 404 | not-found              | -                | -
                    GET    | /api/v1/contacts/a/b/c/d   | -                | -                    | 404 | not-found              | -                | -
                    GET    | /api/v1/secret             | -                | -                    | 404 | not-found              | -                | -
                    """)
    void everyMistakeHasItsProblem(
            HttpMethod method,
            String uri,
            @Nullable String type,
            @Nullable String body,
            int status,
            String kind,
            @Nullable String pointer,
            @Nullable String code) {
        var request =
                web.method(method)
                        .uri(uri)
                        .header(HttpHeaders.AUTHORIZATION, tenants.create().bearer());
        if (type != null) {
            request.contentType(type);
        }
        if (body != null) {
            request.content(body);
        }

        var answer = request.exchange();

        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = json.readTree(TestBrowser.text(answer));
        assertThat(problem.get("type").asString()).isEqualTo("urn:muster:problem:" + kind);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("secret");
        assertThat(problem.at("/errors/0/pointer").asString(""))
                .isEqualTo(pointer == null ? "" : pointer);
        assertThat(problem.at("/errors/0/code").asString("")).isEqualTo(code == null ? "" : code);
    }

    @Test
    void listsAreReadPageByPage() {
        var tenant = tenants.create();
        for (int i = 0; i < 4; i++) {
            keys.issue(tenant.id(), "Key " + i, Scope.all(), null);
        }
        List<String> names = new ArrayList<>();
        String uri = "/api/v1/api-keys?limit=2";
        for (int page = 0; page < 3; page++) {
            var answer =
                    web.get()
                            .uri(uri)
                            .header(HttpHeaders.AUTHORIZATION, tenant.bearer())
                            .exchange();
            JsonNode body = json.readTree(TestBrowser.text(answer));
            body.get("items").forEach(item -> names.add(item.get("name").asString()));
            assertThat(body.get("next").isNull()).isEqualTo(page == 2);
            uri = "/api/v1/api-keys?limit=2&cursor=" + body.get("next").asString("");
        }

        assertThat(names).containsExactly("First key", "Key 0", "Key 1", "Key 2", "Key 3");
    }

    @Test
    void peopleSeeAPageInstead() {
        var member = tenants.member(tenants.create().id(), Role.VIEWER);

        assertThat(TestBrowser.signedIn(web, member.email()).get("/contacts/a/b/c/d"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("404");
    }
}
