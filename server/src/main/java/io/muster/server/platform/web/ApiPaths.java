package io.muster.server.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Tells whether a request is for programs or for people, by its address alone.
public final class ApiPaths {
    private static final PathPattern ROOT = PathPatternParser.defaultInstance.parse("/api");

    private ApiPaths() {}

    public static boolean isApi(HttpServletRequest request) {
        // While an error is shown, the request's own address is that of the error page.
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String path ? path : request.getRequestURI();
        return isApi(uri.substring(request.getContextPath().length()));
    }

    /// Reads the address as routes do, with `%61` for an `a`: a request must not reach the API's
    /// controllers and be taken for a page's.
    private static boolean isApi(String path) {
        int end = path.indexOf('/', 1);
        try {
            // The rest of an address that cannot be read may be broken.
            return ROOT.matches(PathContainer.parsePath(end < 0 ? path : path.substring(0, end)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
