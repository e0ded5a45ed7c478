package io.muster.server.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestRoutes;
import io.muster.server.TestRoutes.Route;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// No route that changes something, and none that takes something away, without a line in the table
/// of what is noted.
@ServerTest
class AuditedRoutesTest {
    @Autowired TestRoutes routes;

    @Test
    void everyRouteThatChangesSomethingHasItsAction() {
        assertThat(routes.all())
                .filteredOn(route -> !route.method().equals(HttpMethod.GET))
                .isNotEmpty()
                .filteredOn(route -> noting(route).isEmpty())
                .as("a line in AuditedRoutes, with an action or a reason")
                .isEmpty();
    }

    @Test
    void everyDownloadHasItsAction() {
        assertThat(routes.all())
                .filteredOn(AuditedRoutesTest::isDownload)
                .hasSizeGreaterThan(10)
                .filteredOn(route ->
                        !(noting(route).orElse(null) instanceof Noting.Download
                                || noting(route).orElse(null) instanceof Noting.Nothing))
                .isEmpty();
    }

    @Test
    void nothingElseIsNoted() {
        assertThat(routes.all())
                .filteredOn(route -> route.method().equals(HttpMethod.GET) && !isDownload(route))
                .filteredOn(route -> noting(route).isPresent())
                .isEmpty();
    }

    /// A line about a thing that is there already says which.
    @Test
    void aChangeOfAThingNamesIt() {
        Set<String> ofSeveral =
                Set.of(
                        "DELETE /api/v1/suppressions",
                        "PUT /api/v1/import-log/retention",
                        // Makes a mapping of that of an import.
                        "POST /imports/{id}/map/keep");

        assertThat(routes.all())
                .filteredOn(route -> noting(route).orElse(null) instanceof Noting.Change)
                .filteredOn(route ->
                        !route.method().equals(HttpMethod.POST) || route.pattern().contains("{"))
                .filteredOn(route -> !ofSeveral.contains(route.toString()))
                .allSatisfy(route -> {
                    PathContainer path = PathContainer.parsePath(route.path());
                    assertThat(AuditedRoutes.find(route.method(), path).orElseThrow().subject(path))
                            .as(route.toString())
                            .isNotNull();
                });
    }

    private static boolean isDownload(Route route) {
        String answer = route.handler().getReturnType().getGenericParameterType().getTypeName();
        return route.method().equals(HttpMethod.GET)
                && (answer.contains(StreamingResponseBody.class.getName())
                        || answer.contains("byte[]"));
    }

    private static Optional<Noting> noting(Route route) {
        return AuditedRoutes.find(route.method(), PathContainer.parsePath(route.path()))
                .map(AuditedRoute::noting);
    }
}
