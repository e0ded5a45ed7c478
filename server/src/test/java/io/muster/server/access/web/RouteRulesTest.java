package io.muster.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.access.web.RouteRules.Verdict;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// No route without a rule, and no rule that lets a stranger in by oversight.
@ServerTest
class RouteRulesTest {
    /// What a stranger may reach; a new line needs a reason.
    private static final Set<String> OPEN =
            Set.of(
                    "GET /sign-in",
                    // A choice of looks, kept in a cookie.
                    "POST /theme",
                    // Describes the API without any data.
                    "GET /api/v1/openapi.json",
                    "GET /api/v1/openapi.json.yaml",
                    // Reached only by way of an error.
                    "GET /error");

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /// A mapped route, with an id of nobody's for each variable.
    private record Route(HttpMethod method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyRouteHasARule() {
        assertThat(routes())
                .isNotEmpty()
                .filteredOn(route -> !route.path().equals("/error"))
                .allSatisfy(route ->
                        assertThat(RouteRules.find(route.method(), route.path()))
                                .isInstanceOf(Verdict.Ruled.class));
    }

    @Test
    void strangersPassNowhereElse() {
        assertThat(routes())
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

    private Stream<Route> routes() {
        return mappings.getHandlerMethods().keySet().stream().flatMap(RouteRulesTest::routes);
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .flatMap(path ->
                        methods.isEmpty()
                                ? Stream.of(new Route(HttpMethod.GET, path))
                                : methods.stream().map(m -> new Route(m.asHttpMethod(), path)));
    }
}
