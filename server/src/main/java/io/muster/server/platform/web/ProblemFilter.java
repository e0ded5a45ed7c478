package io.muster.server.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers problems that arise in filters, before any controller is reached.
final class ProblemFilter extends OncePerRequestFilter {
    private final ProblemWriter writer;

    ProblemFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ApiProblem | DataAccessException | TransactionException fault) {
            ApiProblem problem = ProblemTranslator.translate(fault);
            if (problem == null || response.isCommitted()) {
                throw fault;
            }
            if (ApiPaths.isApi(request)) {
                writer.write(response, problem);
            } else {
                response.sendError(problem.kind().status());
            }
        }
    }
}
