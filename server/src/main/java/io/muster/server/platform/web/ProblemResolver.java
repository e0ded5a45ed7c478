package io.muster.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/// Answers every exception of every controller: with a problem document on the API, with the error
/// page elsewhere.
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {
    static final String ERROR_VIEW = "platform/error";

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);
    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception exception) {
        if (exception instanceof AccessDeniedException
                || exception instanceof AuthenticationException
                || response.isCommitted()) {
            return null;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            return new ModelAndView();
        }
        if (exception instanceof HttpRequestMethodNotSupportedException e
                && e.getSupportedMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", e.getSupportedMethods()));
        }
        ApiProblem known = ProblemTranslator.translate(exception);
        return answer(request, response, known != null ? known : fault(exception));
    }

    ModelAndView answer(
            HttpServletRequest request, HttpServletResponse response, ApiProblem problem) {
        if (ApiPaths.isApi(request)) {
            try {
                writer.write(response, problem);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new ModelAndView();
        }
        Problem told = problem.problem();
        return new ModelAndView(
                ERROR_VIEW,
                Map.of("status", told.status(), "detail", told.detail()),
                HttpStatusCode.valueOf(told.status()));
    }

    private static ApiProblem fault(Exception exception) {
        UUID incident = UUID.randomUUID();
        log.error("Incident {}", incident, exception);
        return new ApiProblem(
                ProblemKind.INTERNAL,
                "The request could not be carried out. The server's log tells more under incident "
                        + incident
                        + ".");
    }
}
