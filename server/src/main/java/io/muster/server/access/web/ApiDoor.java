package io.muster.server.access.web;

import io.muster.server.access.web.RouteRules.Verdict;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Tells programs why they may not pass.
final class ApiDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter writer;

    ApiDoor(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        boolean shown = exception instanceof BadCredentialsException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                shown
                        ? "Bearer realm=\"muster\", error=\"invalid_token\""
                        : "Bearer realm=\"muster\"");
        String detail =
                shown
                        ? String.valueOf(exception.getMessage())
                        : "Send an API key as Authorization: Bearer <key>.";
        writer.write(response, new ApiProblem(ProblemKind.UNAUTHENTICATED, detail));
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException exception)
            throws IOException {
        writer.write(response, reason(RouteGuard.verdict(request), response));
    }

    private static ApiProblem reason(Verdict verdict, HttpServletResponse response) {
        return switch (verdict) {
            case Verdict.Unknown unknown ->
                    new ApiProblem(ProblemKind.NOT_FOUND, "There is nothing at this address.");
            case Verdict.WrongMethod(var allowed) -> {
                response.setHeader(
                        HttpHeaders.ALLOW,
                        allowed.stream()
                                .map(HttpMethod::name)
                                .sorted()
                                .collect(Collectors.joining(", ")));
                yield new ApiProblem(
                        ProblemKind.METHOD_NOT_ALLOWED, "This address takes other methods.");
            }
            case Verdict.Ruled(RouteAccess.Allowed(var scope)) ->
                    new ApiProblem(
                            ProblemKind.FORBIDDEN,
                            "This needs a key with the scope " + scope + ".");
            case Verdict.Ruled(RouteAccess.Seeing(var scope)) ->
                    new ApiProblem(
                            ProblemKind.FORBIDDEN,
                            "This shows people's values in full, and needs a key with the scope "
                                    + scope
                                    + " that may read contacts or import them.");
            case Verdict.Ruled(RouteAccess.OperatorOnly only) ->
                    new ApiProblem(ProblemKind.FORBIDDEN, "This needs the operator's key.");
            case Verdict.Ruled(RouteAccess.Known known) ->
                    new ApiProblem(ProblemKind.FORBIDDEN, "This needs the key of a tenant.");
            case Verdict.Ruled(RouteAccess.Open open) ->
                    new ApiProblem(ProblemKind.FORBIDDEN, "This request was refused.");
        };
    }
}
