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

    BodyLimitFilter(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limits.of(request.getContentType());
        if (request.getContentLengthLong() > limit) {
            // What the client still sends is not wanted; the connection ends with the answer.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            throw ApiProblem.tooLarge(limit);
        }
        if (request.getContentLengthLong() < 0) {
            chain.doFilter(new BoundedRequest(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
