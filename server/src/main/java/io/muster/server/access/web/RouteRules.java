package io.muster.server.access.web;

import static io.muster.server.access.Scope.ACCESS_READ;
import static io.muster.server.access.Scope.ACCESS_WRITE;
import static io.muster.server.access.Scope.AUDIT_READ;
import static io.muster.server.access.Scope.CONTACTS_READ;
import static io.muster.server.access.Scope.CONTACTS_WRITE;
import static io.muster.server.access.Scope.IMPORTS_READ;
import static io.muster.server.access.Scope.IMPORTS_WRITE;
import static io.muster.server.access.Scope.SETTINGS_READ;
import static io.muster.server.access.Scope.SETTINGS_WRITE;
import static io.muster.server.access.Scope.SUPPRESSIONS_READ;
import static io.muster.server.access.Scope.SUPPRESSIONS_WRITE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.muster.server.access.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/// The one table of who may pass where. What is not in it is closed.
///
/// The first line whose method and address fit decides.
final class RouteRules {
    private static final Set<HttpMethod> READ = Set.of(GET, HEAD);
    private static final Set<HttpMethod> WRITE = Set.of(POST, PUT, PATCH, DELETE);

    private static final List<RouteRule> RULES =
            Stream.of(
                            // For programs
                            open(READ, "/api/v1/openapi.json"),
                            open(READ, "/api/v1/openapi.json.yaml"),
                            operator(POST, "/api/v1/tenants"),
                            whole("/api/v1/imports/{id}/rows.csv", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/rows/{row}", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/errors.{format}", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/steps", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/columns/**", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/review/rows", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/revert-preview", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/revert/rows", IMPORTS_READ),
                            whole("/api/v1/imports/{id}/revert/rows.csv", IMPORTS_READ),
                            feature("/api/v1/imports/**", IMPORTS_READ, IMPORTS_WRITE),
                            read("/api/v1/import-template.{format}", IMPORTS_READ),
                            read("/api/v1/import-log", IMPORTS_READ),
                            whole("/api/v1/import-log.csv", IMPORTS_READ),
                            feature("/api/v1/import-log/retention", SETTINGS_READ, SETTINGS_WRITE),
                            // For whoever answers for the law, not for daily work.
                            write("/api/v1/contacts/{id}/erase", SUPPRESSIONS_WRITE),
                            feature("/api/v1/contacts/**", CONTACTS_READ, CONTACTS_WRITE),
                            feature("/api/v1/campaigns/**", IMPORTS_READ, IMPORTS_WRITE),
                            whole("/api/v1/exports/{id}/file", CONTACTS_READ),
                            feature("/api/v1/exports/**", CONTACTS_READ, CONTACTS_WRITE),
                            feature("/api/v1/segments/**", CONTACTS_READ, CONTACTS_WRITE),
                            feature(
                                    "/api/v1/suppressions/**",
                                    SUPPRESSIONS_READ,
                                    SUPPRESSIONS_WRITE),
                            feature("/api/v1/fields/**", SETTINGS_READ, SETTINGS_WRITE),
                            write("/api/v1/sources/{key}/contacts", CONTACTS_WRITE),
                            feature("/api/v1/sources/**", SETTINGS_READ, SETTINGS_WRITE),
                            // Signed by the sender, who has no key.
                            open(Set.of(POST), "/api/v1/inbound/{tenant}/{source}"),
                            feature("/api/v1/webhooks/**", SETTINGS_READ, SETTINGS_WRITE),
                            feature("/api/v1/saved-mappings/**", SETTINGS_READ, SETTINGS_WRITE),
                            feature("/api/v1/teams/**", SETTINGS_READ, SETTINGS_WRITE),
                            feature("/api/v1/members/**", ACCESS_READ, ACCESS_WRITE),
                            feature("/api/v1/api-keys/**", ACCESS_READ, ACCESS_WRITE),
                            read("/api/v1/audit", AUDIT_READ),
                            read("/api/v1/audit.csv", AUDIT_READ),

                            // For people
                            open(READ, "/sign-in"),
                            open(Set.of(POST), "/sign-in"),
                            // Whoever has the link that an invitation was sent with.
                            open(READ, "/join/{token}"),
                            open(Set.of(POST), "/join/{token}"),
                            open(Set.of(POST), "/join/{token}/elsewhere"),
                            known(READ, "/join/{token}/member"),
                            known(Set.of(POST), "/join/{token}/member"),
                            open(READ, "/assets/**"),
                            open(READ, "/webjars/**"),
                            open(READ, "/favicon.ico"),
                            open(READ, "/actuator/health/**"),
                            open(Set.of(POST), "/theme"),
                            known(READ, "/"),
                            known(Set.of(POST), "/sign-out"),
                            // Everybody's own.
                            known(READ, "/notices"),
                            known(Set.of(POST), "/notices/{id}"),
                            known(READ, "/digests"),
                            known(Set.of(POST), "/digests"),
                            known(READ, "/account"),
                            known(Set.of(POST), "/account/**"),
                            feature("/members/**", ACCESS_READ, ACCESS_WRITE),
                            feature("/api-keys/**", ACCESS_READ, ACCESS_WRITE),
                            read("/audit", AUDIT_READ),
                            read("/audit.csv", AUDIT_READ),
                            feature("/imports/mappings/**", SETTINGS_READ, SETTINGS_WRITE),
                            whole("/imports/{id}/rows.csv", IMPORTS_READ),
                            whole("/imports/{id}/errors.{format}", IMPORTS_READ),
                            whole("/imports/{id}/errors/**", IMPORTS_READ),
                            whole("/imports/{id}/undo/rows", IMPORTS_READ),
                            whole("/imports/{id}/undo/rows.csv", IMPORTS_READ),
                            feature("/imports/**", IMPORTS_READ, IMPORTS_WRITE),
                            read("/import-template.{format}", IMPORTS_READ),
                            read("/import-log/**", IMPORTS_READ),
                            whole("/import-log.csv", IMPORTS_READ),
                            write("/contacts/{id}/erase", SUPPRESSIONS_WRITE),
                            feature("/contacts/**", CONTACTS_READ, CONTACTS_WRITE),
                            feature("/campaigns/**", IMPORTS_READ, IMPORTS_WRITE),
                            whole("/exports/{id}/file", CONTACTS_READ),
                            feature("/exports/**", CONTACTS_READ, CONTACTS_WRITE),
                            feature("/segments/**", CONTACTS_READ, CONTACTS_WRITE),
                            feature("/suppressions/**", SUPPRESSIONS_READ, SUPPRESSIONS_WRITE),
                            feature("/sources/**", SETTINGS_READ, SETTINGS_WRITE),
                            feature("/webhooks/**", SETTINGS_READ, SETTINGS_WRITE),
                            feature("/fields/**", SETTINGS_READ, SETTINGS_WRITE))
                    .flatMap(List::stream)
                    .toList();

    /// What the table says of a request.
    sealed interface Verdict {

        /// A line fits.
        record Ruled(RouteAccess access) implements Verdict {}

        /// The address is there, but not for this method.
        record WrongMethod(Set<HttpMethod> allowed) implements Verdict {}

        /// No line fits.
        record Unknown() implements Verdict {}
    }

    private RouteRules() {}

    static Verdict find(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        var others = new LinkedHashSet<HttpMethod>();
        for (RouteRule rule : RULES) {
            if (rule.matches(parsed)) {
                if (rule.methods().contains(method)) {
                    return new Verdict.Ruled(rule.access());
                }
                others.addAll(rule.methods());
            }
        }
        return others.isEmpty() ? new Verdict.Unknown() : new Verdict.WrongMethod(others);
    }

    private static List<RouteRule> open(Set<HttpMethod> methods, String pattern) {
        return List.of(RouteRule.of(methods, pattern, new RouteAccess.Open()));
    }

    private static List<RouteRule> known(Set<HttpMethod> methods, String pattern) {
        return List.of(RouteRule.of(methods, pattern, new RouteAccess.Known()));
    }

    private static List<RouteRule> operator(HttpMethod method, String pattern) {
        return List.of(RouteRule.of(Set.of(method), pattern, new RouteAccess.OperatorOnly()));
    }

    private static List<RouteRule> read(String pattern, Scope scope) {
        return List.of(RouteRule.of(READ, pattern, new RouteAccess.Allowed(scope)));
    }

    /// To read what shows people's values in full, and what takes them away.
    private static List<RouteRule> whole(String pattern, Scope scope) {
        return List.of(RouteRule.of(READ, pattern, new RouteAccess.Seeing(scope)));
    }

    private static List<RouteRule> write(String pattern, Scope scope) {
        return List.of(RouteRule.of(WRITE, pattern, new RouteAccess.Allowed(scope)));
    }

    private static List<RouteRule> feature(String pattern, Scope read, Scope write) {
        return List.of(
                RouteRule.of(READ, pattern, new RouteAccess.Allowed(read)),
                RouteRule.of(WRITE, pattern, new RouteAccess.Allowed(write)));
    }
}
