package io.muster.server.access.web;

import io.muster.server.access.Device;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Members;
import io.muster.server.access.Sessions;
import io.muster.server.tenants.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Keeps in a session only which account looks at which tenant, and asks the database anew for what
/// that means, so that a changed role or a lost membership counts from the next request on.
final class SessionMembers implements SecurityContextRepository {
    /// However busy, a session ends after this and asks for the password again.
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Members members;

    SessionMembers(Members members) {
        this.members = members;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest()).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Optional<MemberCaller> found = member(context.getAuthentication());
        if (found.isPresent()) {
            MemberCaller member = found.get();
            HttpSession session = request.getSession();
            session.setAttribute(Sessions.ACCOUNT, member.accountId().toString());
            session.setAttribute(Sessions.TENANT, member.tenant().toString());
            Device.words(request.getHeader(HttpHeaders.USER_AGENT))
                    .ifPresent(words -> session.setAttribute(Sessions.DEVICE, words));
        } else {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(Sessions.ACCOUNT);
                session.removeAttribute(Sessions.TENANT);
            }
        }
    }

    /// Who has signed in, whichever way.
    static Optional<MemberCaller> member(@Nullable Authentication authentication) {
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case MemberCaller member -> Optional.of(member);
            case OidcMember elsewhere -> Optional.of(elsewhere.member());
            case null, default -> Optional.empty();
        };
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Sessions.ACCOUNT) != null;
    }

    private Optional<SecurityContext> load(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        long age = session.getLastAccessedTime() - session.getCreationTime();
        if (age > LONGEST.toMillis()) {
            session.invalidate();
            return Optional.empty();
        }
        if (session.getAttribute(Sessions.ACCOUNT) instanceof String account
                && session.getAttribute(Sessions.TENANT) instanceof String tenant) {
            return members.find(TenantId.parse(tenant), UUID.fromString(account))
                    .map(CallerAuthentication::of)
                    .map(SecurityContextImpl::new);
        }
        return Optional.empty();
    }

    /// Looks only when somebody asks who is there: a stylesheet needs no database.
    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                Optional<SecurityContext> found = load(request);
                generated = found.isEmpty();
                context = found.orElseGet(SecurityContextHolder::createEmptyContext);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
