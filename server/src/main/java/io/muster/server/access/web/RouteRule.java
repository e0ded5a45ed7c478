package io.muster.server.access.web;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// One line of the table: which methods of which addresses ask for what.
record RouteRule(Set<HttpMethod> methods, PathPattern pattern, RouteAccess access) {

    static RouteRule of(Set<HttpMethod> methods, String pattern, RouteAccess access) {
        return new RouteRule(methods, PathPatternParser.defaultInstance.parse(pattern), access);
    }

    boolean matches(PathContainer path) {
        return pattern.matches(path);
    }
}
