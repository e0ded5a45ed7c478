package io.muster.server.audit.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// One line of the table: what is noted of which requests.
///
/// @param pattern names the part that tells what it is about `subject`
record AuditedRoute(Set<HttpMethod> methods, PathPattern pattern, Noting noting) {
    private static final String SUBJECT = "subject";

    static AuditedRoute of(Set<HttpMethod> methods, String pattern, Noting noting) {
        return new AuditedRoute(methods, PathPatternParser.defaultInstance.parse(pattern), noting);
    }

    boolean matches(HttpMethod method, PathContainer path) {
        return methods.contains(method) && pattern.matches(path);
    }

    /// The id of what a request is about; null if its address does not say.
    @Nullable String subject(PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match == null ? null : match.getUriVariables().get(SUBJECT);
    }
}
