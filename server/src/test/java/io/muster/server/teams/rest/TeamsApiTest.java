package io.muster.server.teams.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.platform.Ids;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class TeamsApiTest {
    private static final String TEAMS = "/api/v1/teams";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    private TestApi api;

    @BeforeEach
    void makeTenant() {
        api = new TestApi(web, tenants.create());
    }

    @Test
    void aTeamIsMadeRenamedAndGivenUp() {
        String north = make(" North ");
        String address = TEAMS + "/" + north;

        assertThat(api.get(address))
                .bodyJson()
                .isStrictlyEqualTo("{\"id\": \"%s\", \"name\": \"North\"}".formatted(north));
        assertThat(api.patch(address, "{\"name\": \"NORTH\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("NORTH");
        assertThat(api.delete(address)).hasStatus(204);
        assertThat(api.get(address)).hasStatus(404);
        assertThat(api.patch(address, "{\"name\": \"South\"}")).hasStatus(404);
        assertThat(api.delete(address)).hasStatus(404);
    }

    @Test
    void aTeamThatWasGivenUpComesBackUnderItsName() {
        String north = make("North");
        api.delete(TEAMS + "/" + north);

        assertThat(make("north")).isEqualTo(north);
    }

    @Test
    void teamsAreListedPageByPage() {
        List<String> made = List.of(make("North"), make("South"), make("West"));

        var first = TestApi.json(api.get(TEAMS + "?limit=2"));
        assertThat(first.<List<String>>read("$.items[*].id")).isEqualTo(made.subList(0, 2));
        String next = first.read("$.next");
        var second = TestApi.json(api.get(TEAMS + "?limit=2&cursor=" + next));
        assertThat(second.<List<String>>read("$.items[*].id")).isEqualTo(made.subList(2, 3));
        assertThat(second.<String>read("$.next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": null}",
                "{\"name\": \" \u00a0 \"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"LONG\"}"
            })
    void aTeamNeedsAName(String wanted) {
        MvcTestResult answer = api.post(TEAMS, wanted.replace("LONG", "x".repeat(201)));

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/name");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo("INVALID_NAME");
    }

    @Test
    void noTwoTeamsHaveOneName() {
        make("North");
        String south = make("South");

        for (MvcTestResult answer :
                List.of(
                        api.post(TEAMS, "{\"name\": \"NORTH\"}"),
                        api.patch(TEAMS + "/" + south, "{\"name\": \"north\"}"))) {
            assertThat(answer).hasStatus(422);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.errors[0].code")
                    .isEqualTo("NAME_TAKEN");
        }
    }

    @Test
    void anotherTenantsTeamIsNobodysTeam() {
        String north = make("North");
        var stranger = new TestApi(web, tenants.create());

        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PATCH, HttpMethod.DELETE)) {
            var theirs = stranger.call(method, TEAMS + "/" + north, "{\"name\": \"x\"}");
            var nobodys = stranger.call(method, TEAMS + "/" + Ids.next(), "{\"name\": \"x\"}");
            assertThat(theirs).hasStatus(404);
            assertThat(TestBrowser.text(theirs)).isEqualTo(TestBrowser.text(nobodys));
        }
        assertThat(TestApi.json(stranger.get(TEAMS)).<List<?>>read("$.items")).isEmpty();
        assertThat(stranger.post(TEAMS, "{\"name\": \"North\"}")).hasStatus(201);
    }

    private String make(String name) {
        MvcTestResult answer = api.post(TEAMS, "{\"name\": \"%s\"}".formatted(name));
        assertThat(answer).hasStatus(201);
        return TestApi.json(answer).read("$.id");
    }
}
