package io.muster.server.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/// Tells whether a request is for programs or for people, by its address alone.
public final class ApiPaths {
    public static final String ROOT = "/api";

    private ApiPaths() {}

    public static boolean isApi(HttpServletRequest request) {
        // While an error is shown, the request's own address is that of the error page.
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }
}
