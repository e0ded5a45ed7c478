package io.muster.server.audit.web;

import io.muster.server.access.Caller;
import io.muster.server.access.Operator;
import io.muster.server.audit.Actor;
import io.muster.server.audit.AuditAction;
import io.muster.server.audit.AuditTrail;
import io.muster.server.audit.Change;
import io.muster.server.audit.Changes;
import io.muster.server.audit.Subject;
import io.muster.server.audit.Subjects;
import io.muster.server.tenants.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sees each request that was let in, and says who is about to do what to what.
@Component
final class AuditedRequests extends OncePerRequestFilter {
    private final Changes changes;
    private final AuditTrail trail;
    private final Subjects subjects;

    AuditedRequests(Changes changes, AuditTrail trail, Subjects subjects) {
        this.changes = changes;
        this.trail = trail;
        this.subjects = subjects;
    }

    /// Whoever makes a request, and where.
    private record Who(TenantId tenant, Actor actor) {}

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer path =
                PathContainer.parsePath(
                        request.getRequestURI().substring(request.getContextPath().length()));
        Optional<AuditedRoute> route =
                AuditedRoutes.find(HttpMethod.valueOf(request.getMethod()), path);
        Optional<Who> who = route.isEmpty() ? Optional.empty() : who();
        if (route.isEmpty() || who.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        switch (route.get().noting()) {
            case Noting.Change(AuditAction action) -> {
                Subject subject = subject(who.get(), action, route.get(), path);
                changes.begin(new Change(who.get().tenant(), who.get().actor(), action, subject));
                try {
                    chain.doFilter(request, response);
                } finally {
                    changes.end();
                }
            }
            case Noting.Download(AuditAction action) -> {
                Subject subject = subject(who.get(), action, route.get(), path);
                chain.doFilter(
                        request,
                        new NotedDownload(
                                response,
                                () ->
                                        trail.note(
                                                who.get().tenant(),
                                                who.get().actor(),
                                                action,
                                                subject)));
            }
            case Noting.Nothing nothing -> chain.doFilter(request, response);
        }
    }

    /// As it is called now: afterwards it may be gone.
    private Subject subject(Who who, AuditAction action, AuditedRoute route, PathContainer path) {
        String id = route.subject(path);
        return id == null
                ? new Subject(action.subject(), null, null)
                : subjects.named(who.tenant(), action.subject(), id);
    }

    private static Optional<Who> who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case Caller caller -> Optional.of(new Who(caller.tenant(), Actor.of(caller)));
            case Operator operator -> Optional.of(new Who(operator.next(), Actor.OPERATOR));
            case null, default -> Optional.empty();
        };
    }
}
