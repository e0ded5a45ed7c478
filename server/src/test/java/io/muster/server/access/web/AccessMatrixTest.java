package io.muster.server.access.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestRoutes;
import io.muster.server.TestRoutes.Route;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Caller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.access.Scope;
import io.muster.server.access.Sight;
import io.muster.server.access.web.RouteRules.Verdict;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/// What each role and each scope gets, for every route that there is: as it is kept for people to
/// read in `docs/access.md`, and as the server behaves.
///
/// After a wanted change, write the page anew with `-Dtest=AccessMatrixTest -Dmuster.docs=write`.
@ServerTest
class AccessMatrixTest {
    private static final Path KEPT = Path.of("..", "docs", "access.md");
    private static final String HEAD =
            """
            # Who may do what

            Made from the routes and their rules by
            [`AccessMatrixTest`](../server/src/test/java/io/muster/server/access/web/AccessMatrixTest.java), which also sends
            each request in the name of each role and scope. Viewers, and keys that may not read contacts, see people's
            values masked, and get no files of them.
            """;

    @Autowired TestRoutes routes;
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;

    @Test
    void theKeptTableIsTheOneInForce() throws IOException {
        String page = HEAD + roles() + pages() + api();
        if (System.getProperty("muster.docs", "").equals("write")) {
            Files.writeString(KEPT, page);
        }

        assertThat(Files.readString(KEPT)).isEqualTo(page);
    }

    @Test
    void everyRoleIsRefusedWhatIsNotItsOwn() {
        TestTenant tenant = tenants.create();
        for (Role role : Role.values()) {
            MemberCaller member = tenants.member(tenant.id(), role);
            var browser = TestBrowser.signedIn(web, member.email());
            String token = browser.token();
            assertThat(pageRoutes())
                    .filteredOn(route -> !mayPass(route, member))
                    .allSatisfy(route ->
                            assertThat(browser.send(request(route).header("X-CSRF-TOKEN", token)))
                                    .as(role + " " + route)
                                    .hasStatus(403));
        }
    }

    /// The weakest that may, so that the others may all the more.
    @Test
    void everyPageOpensToWhomItIsOpen() {
        TestTenant tenant = tenants.create();
        Map<Role, TestBrowser> browsers = new EnumMap<>(Role.class);
        Map<Role, MemberCaller> members = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            MemberCaller member = tenants.member(tenant.id(), role);
            members.put(role, member);
            browsers.put(role, TestBrowser.signedIn(web, member.email()));
        }

        assertThat(pageRoutes())
                .filteredOn(route -> route.method().equals(HttpMethod.GET))
                .allSatisfy(route -> {
                    Role weakest =
                            List.of(Role.values()).reversed().stream()
                                    .filter(role ->
                                            mayPass(route, requireNonNull(members.get(role))))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(
                                    requireNonNull(browsers.get(weakest))
                                            .send(request(route))
                                            .getResponse()
                                            .getStatus())
                            .as(weakest + " " + route)
                            .isNotIn(401, 403, 500);
                });
    }

    /// A few of the rules as they were decided, whatever the table says.
    @Test
    void whatWasDecidedHolds() {
        TestTenant tenant = tenants.create();
        Map<String, Set<Role>> decided =
                Map.of(
                        "/contacts", EnumSet.allOf(Role.class),
                        "/members", EnumSet.of(Role.ADMIN),
                        "/api-keys", EnumSet.of(Role.ADMIN),
                        "/audit", EnumSet.of(Role.ADMIN, Role.COMPLIANCE),
                        "/audit.csv", EnumSet.of(Role.ADMIN, Role.COMPLIANCE),
                        "/import-log.csv", EnumSet.of(Role.ADMIN, Role.OPERATOR, Role.COMPLIANCE));

        for (Role role : Role.values()) {
            var browser = TestBrowser.signedIn(web, tenants.member(tenant.id(), role).email());
            decided.forEach((path, roles) ->
                    assertThat(browser.get(path).getResponse().getStatus())
                            .as(role + " " + path)
                            .isEqualTo(roles.contains(role) ? 200 : 403));
        }
        Map<Scope, String> alone = bearers(tenant.id(), Set::of);
        for (Scope scope : Scope.values()) {
            assertThat(
                            web.get()
                                    .uri("/api/v1/contacts")
                                    .header(
                                            HttpHeaders.AUTHORIZATION,
                                            requireNonNull(alone.get(scope))))
                    .as(scope.toString())
                    .hasStatus(scope == Scope.CONTACTS_READ ? 200 : 403);
        }
    }

    @Test
    void everyScopeOpensWhatIsItsOwnAndNothingElse() {
        TestTenant tenant = tenants.create();
        Map<Scope, String> alone = bearers(tenant.id(), Set::of);
        Map<Scope, String> without =
                bearers(tenant.id(), scope -> EnumSet.complementOf(EnumSet.of(scope)));

        assertThat(routes.all())
                .filteredOn(Route::isApi)
                .filteredOn(route -> scope(route) != null)
                .hasSizeGreaterThan(50)
                .allSatisfy(route -> {
                    Scope scope = scope(route);
                    assertThat(status(route, requireNonNull(without.get(scope))))
                            .as("without " + route)
                            .isEqualTo(403);
                    boolean opens = !isWhole(route) || scope == Scope.CONTACTS_READ;
                    if (opens) {
                        assertThat(status(route, requireNonNull(alone.get(scope))))
                                .as("with " + route)
                                .isNotIn(401, 403, 500);
                    } else {
                        assertThat(status(route, requireNonNull(alone.get(scope))))
                                .as("with " + route)
                                .isEqualTo(403);
                    }
                });
    }

    private Map<Scope, String> bearers(TenantId tenant, Function<Scope, Set<Scope>> scopes) {
        return Stream.of(Scope.values())
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                scope ->
                                        "Bearer "
                                                + keys.issue(
                                                                tenant,
                                                                scope.toString(),
                                                                scopes.apply(scope),
                                                                null)
                                                        .secret()
                                                        .text()));
    }

    private int status(Route route, String bearer) {
        return request(route)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private MockMvcRequestBuilder request(Route route) {
        return web.method(route.method())
                .uri(route.path())
                .contentType(
                        route.isApi()
                                ? MediaType.APPLICATION_JSON
                                : MediaType.APPLICATION_FORM_URLENCODED);
    }

    private List<Route> pageRoutes() {
        return routes.all().stream()
                .filter(route -> !route.isApi() && !route.path().equals("/error"))
                .toList();
    }

    private static boolean mayPass(Route route, Caller caller) {
        return switch (access(route)) {
            case RouteAccess.Open open -> true;
            case RouteAccess.Known known -> true;
            case RouteAccess.Allowed(Scope scope) -> caller.may(scope);
            case RouteAccess.Seeing(Scope scope) -> caller.may(scope) && Sight.of(caller).isWhole();
            case RouteAccess.OperatorOnly only -> false;
        };
    }

    private static RouteAccess access(Route route) {
        return RouteRules.find(route.method(), route.path()) instanceof Verdict.Ruled(var access)
                ? access
                : new RouteAccess.OperatorOnly();
    }

    private static boolean isWhole(Route route) {
        return access(route) instanceof RouteAccess.Seeing;
    }

    private static @Nullable Scope scope(Route route) {
        return switch (access(route)) {
            case RouteAccess.Allowed(Scope scope) -> scope;
            case RouteAccess.Seeing(Scope scope) -> scope;
            case RouteAccess.Open open -> null;
            case RouteAccess.Known known -> null;
            case RouteAccess.OperatorOnly only -> null;
        };
    }

    private static String roles() {
        String rows =
                Stream.of(Scope.values())
                        .map(scope -> row("`" + scope + "`", role -> role.may(scope)))
                        .collect(Collectors.joining());
        return "\n## Roles and what they stand for\n\n"
                + head("scope")
                + rows
                + row("people's values in full", role -> whole(role));
    }

    private String pages() {
        String rows =
                pageRoutes().stream()
                        .sorted(order())
                        .map(route ->
                                access(route) instanceof RouteAccess.Open
                                        ? "| `%s` | everybody | | | |\n".formatted(route)
                                        : row(
                                                "`" + route + "`",
                                                role -> mayPass(route, member(role))))
                        .collect(Collectors.joining());
        return "\n## Pages\n\n" + head("page") + rows;
    }

    private String api() {
        String rows =
                routes.all().stream()
                        .filter(Route::isApi)
                        .sorted(order())
                        .map(route -> "| `%s` | %s |\n".formatted(route, asks(access(route))))
                        .collect(Collectors.joining());
        return "\n## API\n\n| call | asks for |\n| --- | --- |\n" + rows;
    }

    private static String asks(RouteAccess access) {
        return switch (access) {
            case RouteAccess.Open open -> "nothing";
            case RouteAccess.Known known -> "any key";
            case RouteAccess.Allowed(Scope scope) -> "`" + scope + "`";
            case RouteAccess.Seeing(Scope scope) ->
                    "`%s`, and people's values in full".formatted(scope);
            case RouteAccess.OperatorOnly only -> "the operator's key";
        };
    }

    private static boolean whole(Role role) {
        return Sight.of(member(role)).isWhole();
    }

    private static MemberCaller member(Role role) {
        return new MemberCaller(TenantId.next(), new UUID(0, 0), "", "", role);
    }

    private static String head(String what) {
        return "| "
                + what
                + " | "
                + Stream.of(Role.values()).map(Role::toString).collect(Collectors.joining(" | "))
                + " |\n| --- | --- | --- | --- | --- |\n";
    }

    private static String row(String what, Predicate<Role> may) {
        return "| "
                + what
                + " | "
                + Stream.of(Role.values())
                        .map(role -> may.test(role) ? "yes" : "")
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static Comparator<Route> order() {
        return Comparator.comparing(Route::pattern).thenComparing(route -> route.method().name());
    }
}
