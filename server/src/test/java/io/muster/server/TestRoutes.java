package io.muster.server;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// All routes that the server maps.
@Component
public class TestRoutes {
    private final RequestMappingHandlerMapping mappings;

    TestRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /// A mapped route.
    ///
    /// @param pattern as it is written
    /// @param path with an id of nobody's for each variable
    public record Route(HttpMethod method, String pattern, String path, HandlerMethod handler) {
        public boolean isApi() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    public List<Route> all() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        methods.isEmpty()
                                ? Stream.of(route(HttpMethod.GET, pattern, handler))
                                : methods.stream()
                                        .map(method ->
                                                route(method.asHttpMethod(), pattern, handler)));
    }

    private static Route route(HttpMethod method, String pattern, HandlerMethod handler) {
        String path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return new Route(method, pattern, path, handler);
    }
}
