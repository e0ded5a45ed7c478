package io.muster.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestRoutes;
import io.muster.server.TestRoutes.Route;
import io.muster.server.TestTenants;
import io.muster.server.access.web.RouteRules.Verdict;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// No route without a rule, and no rule that lets a stranger in by oversight.
@ServerTest
class RouteRulesTest {
    /// What a stranger may reach; a new line needs a reason.
    private static final Set<String> OPEN =
            Set.of(
                    "GET /sign-in",
                    // Whoever has the link of an invitation.
                    "GET /join/{token}",
                    // A choice of looks, kept in a cookie.
                    "POST /theme",
                    // Describes the API without any data.
                    "GET /api/v1/openapi.json",
                    "GET /api/v1/openapi.json.yaml",
                    // Reached only by way of an error.
                    "GET /error");

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;

    @Autowired TestRoutes routes;

    @Test
    void everyRouteHasARule() {
        assertThat(routes.all())
                .isNotEmpty()
                .filteredOn(route -> !route.path().equals("/error"))
                .allSatisfy(route ->
                        assertThat(RouteRules.find(route.method(), route.path()))
                                .isInstanceOf(Verdict.Ruled.class));
    }

    @Test
    void strangersPassNowhereElse() {
        assertThat(routes.all())
                .filteredOn(route -> !OPEN.contains(route.toString()))
                .allSatisfy(this::refusesStrangers);
    }

    private void refusesStrangers(Route route) {
        var answer = web.method(route.method()).uri(route.path()).exchange();
        if (route.path().startsWith("/api/")) {
            assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        } else if (route.method().equals(HttpMethod.GET)) {
            assertThat(answer).hasRedirectedUrl("/sign-in");
        } else {
            // Without the token of a page of ours.
            assertThat(answer).hasStatus(403);
        }
    }

    @Test
    void whatHasNoRuleIsClosed() {
        assertThat(RouteRules.find(HttpMethod.GET, "/actuator/env"))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(web.get().uri("/actuator/env")).hasRedirectedUrl("/sign-in");
        assertThat(web.get().uri("/api/v2/anything")).hasStatus(401);
    }

    @Test
    void whoeverHasAKeyLearnsWhatIsNotThere() {
        String bearer = tenants.create().bearer();

        assertThat(web.get().uri("/api/v1/nothing").header(HttpHeaders.AUTHORIZATION, bearer))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:muster:problem:not-found");
        assertThat(web.delete().uri("/api/v1/import-log").header(HttpHeaders.AUTHORIZATION, bearer))
                .hasStatus(405)
                .hasHeader(HttpHeaders.ALLOW, "GET, HEAD");
    }

    @Test
    void theAddressIsJudgedAsItIsRouted() {
        for (String twisted :
                new String[] {
                    "/imports/",
                    "/imports//",
                    "/IMPORTS",
                    "/sign-in/../imports",
                    "/sign-in;/../imports"
                }) {
            int status = web.get().uri(URI.create(twisted)).exchange().getResponse().getStatus();
            assertThat(status).as(twisted).isIn(302, 400);
        }
    }
}
