package io.muster.server.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a body over the limit before a byte of it is read, and stops one of unknown length as
/// soon as it is over.
final class BodyLimitFilter extends OncePerRequestFilter {
    private final BodyLimits limits;
    private final ProblemWriter writer;

    BodyLimitFilter(BodyLimits limits, ProblemWriter writer) {
        this.limits = limits;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String contentType = request.getContentType();
        long limit = limits.of(contentType == null ? "" : contentType);
        if (request.getContentLengthLong() > limit) {
            // What the client still sends is not wanted; the connection ends with the answer.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            writer.write(response, ApiProblem.tooLarge(limit));
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new BoundedRequest(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
