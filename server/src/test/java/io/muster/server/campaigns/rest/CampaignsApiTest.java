package io.muster.server.campaigns.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestTenants;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class CampaignsApiTest {
    private static final String CAMPAIGNS = "/api/v1/campaigns";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    private TestApi api;

    @BeforeEach
    void makeTenant() {
        api = new TestApi(web, tenants.create());
    }

    @Test
    void aCampaignIsMadeReadChangedAndDeleted() {
        MvcTestResult made = api.post(CAMPAIGNS, "{\"name\": \"Spring\", \"expected_contacts\": 7}");
        assertThat(made)
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"Spring\", \"expected_contacts\": 7, \"members\": 0}");
        String path = CAMPAIGNS + "/" + TestApi.json(made).<String>read("$.id");

        assertThat(api.patch(path, "{\"name\": \"Summer\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"name\": \"Summer\", \"expected_contacts\": 7}");
        assertThat(api.call(HttpMethod.PUT, path, "{\"name\": \"Autumn\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"name\": \"Autumn\", \"expected_contacts\": null}");
        assertThat(api.get(path + "/members"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [], \"next\": null}");

        assertThat(api.delete(path)).hasStatus(204);
        assertThat(api.delete(path)).hasStatus(404);
        assertThat(api.get(path + "/readiness")).hasStatus(404);
    }

    @Test
    void whatCannotBeKeptIsRefusedWithItsPlace() {
        assertThat(api.post(CAMPAIGNS, "{\"name\": \" \", \"expected_contacts\": -1}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/name", "/expected_contacts");
        assertThat(api.post(CAMPAIGNS, "{\"name\": \"x\", \"expected_contacts\": \"many\"}"))
                .hasStatus(400);
    }

    @Test
    void campaignsAreListedNewestFirst() {
        for (String name : List.of("a", "b", "c")) {
            api.made(CAMPAIGNS, "{\"name\": \"" + name + "\"}");
        }
        var first = TestApi.json(api.get(CAMPAIGNS + "?limit=2"));
        assertThat(first.<List<String>>read("$.items[*].name")).containsExactly("c", "b");
        assertThat(
                        TestApi.json(api.get(CAMPAIGNS + "?limit=2&cursor=" + first.read("$.next")))
                                .<List<String>>read("$.items[*].name"))
                .containsExactly("a");
    }

    @Test
    void anotherTenantsCampaignIsNotThere() {
        String path = CAMPAIGNS + "/" + api.made(CAMPAIGNS, "{\"name\": \"Mine\"}");
        var other = new TestApi(web, tenants.create());
        for (String part : List.of("", "/members", "/readiness")) {
            assertThat(other.get(path + part)).hasStatus(404);
        }
        assertThat(other.patch(path, "{\"name\": \"x\"}")).hasStatus(404);
        assertThat(other.post(path + "/apply-suppression", "")).hasStatus(404);
        assertThat(
                        other.post(
                                path + "/accept-failed",
                                "{\"import_id\": \"00000000-0000-7000-8000-000000000001\"}"))
                .hasStatus(404);
        assertThat(other.delete(path)).hasStatus(404);
        assertThat(TestApi.json(other.get(CAMPAIGNS)).<List<?>>read("$.items")).isEmpty();
        assertThat(api.get(path)).hasStatusOk();
    }
}
