package io.muster.server.access.web;

import io.muster.server.access.web.RouteRules.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Leads people to the sign-in, or shows them why they may not pass.
final class PageDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final String SIGN_IN = "/sign-in";
    private final ReturnPath returnPath;

    PageDoor(ReturnPath returnPath) {
        this.returnPath = returnPath;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // A redirect would put the sign-in page into a fragment of the old one.
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (HttpMethod.GET.matches(request.getMethod())) {
            returnPath.remember(request, response);
        }
        response.sendRedirect(SIGN_IN);
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException exception)
            throws IOException {
        response.sendError(
                switch (RouteGuard.verdict(request)) {
                    case Verdict.Unknown unknown -> HttpServletResponse.SC_NOT_FOUND;
                    case Verdict.WrongMethod wrong -> HttpServletResponse.SC_METHOD_NOT_ALLOWED;
                    case Verdict.Ruled ruled -> HttpServletResponse.SC_FORBIDDEN;
                });
    }
}
