package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class NewTenantsTest {
    private static final String OPERATOR = "Bearer " + TestTenants.OPERATOR_KEY;

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired JsonMapper json;

    @Test
    void theOperatorMakesATenantWhoseKeyWorks() throws Exception {
        MvcTestResult made = create(OPERATOR, "{\"name\": \"Acme\"}");

        assertThat(made).hasStatus(201);
        JsonNode body = json.readTree(made.getResponse().getContentAsByteArray());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("id", "api_key");
        assertThat(
                        web.get()
                                .uri("/api/v1/api-keys")
                                .header(
                                        HttpHeaders.AUTHORIZATION,
                                        "Bearer " + body.get("api_key").asString()))
                .hasStatusOk();
    }

    @Test
    void aTenantsOwnKeyMakesNoTenants() {
        assertThat(create(tenants.create().bearer(), "{\"name\": \"Acme\"}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:muster:problem:forbidden");
    }

    @Test
    void withoutTheKeyNothingIsMade() {
        assertThat(create("Bearer nonsense", "{\"name\": \"Acme\"}")).hasStatus(401);
    }

    @Test
    void theOperatorSeesNoTenantsData() {
        assertThat(web.get().uri("/api/v1/imports").header(HttpHeaders.AUTHORIZATION, OPERATOR))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": null}", "{\"name\": \"  \"}"})
    void aTenantNeedsAName(String body) {
        assertThat(create(OPERATOR, body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/name");
    }

    private MvcTestResult create(String bearer, String body) {
        return web.post()
                .uri("/api/v1/tenants")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
