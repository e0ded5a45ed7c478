package io.muster.server.access.idempotency;

import io.muster.server.access.BearerToken;
import io.muster.server.access.Caller;
import io.muster.server.access.Operator;
import io.muster.server.access.idempotency.Answer.Origin;
import io.muster.server.platform.web.BodyKind;
import io.muster.server.tenants.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers a POST that is sent again, by its Idempotency-Key, as it was answered before.
///
/// A streamed upload passes: its body cannot be held to be hashed, so its controller asks {@link
/// io.muster.server.access.Idempotency} once the file has arrived.
public final class IdempotencyFilter extends OncePerRequestFilter {
    public static final String REPLAYED = "Idempotency-Replayed";
    private final Replays replays;

    public IdempotencyFilter(Replays replays) {
        this.replays = replays;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || BodyKind.of(request.getContentType()) == BodyKind.MULTIPART;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TenantId tenant = tenant();
        Optional<IdempotencyKey> key =
                BearerToken.of(request).flatMap(secret -> IdempotencyKey.of(request, secret));
        if (tenant == null || key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var held = HeldRequest.of(request);
        var caught = new ContentCachingResponseWrapper(response);
        byte[] print = RequestPrint.of(held, held.body());
        Answer answer = once(tenant, key.get(), print, held, caught, chain);
        if (answer.origin() == Origin.FRESH) {
            caught.copyBodyToResponse();
        } else {
            replay(answer, response);
        }
    }

    private Answer once(
            TenantId tenant,
            IdempotencyKey key,
            byte[] print,
            HeldRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            return replays.once(tenant, key, print, () -> work(request, response, chain));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (ChainFailed e) {
            throw e.failure;
        }
    }

    private static Answer work(
            HeldRequest request, ContentCachingResponseWrapper response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new ChainFailed(e);
        }
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getContentAsByteArray(),
                Origin.FRESH);
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.getOutputStream().write(answer.body());
    }

    private static @Nullable TenantId tenant() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case Caller caller -> caller.tenant();
            case Operator operator -> operator.next();
            case null, default -> null;
        };
    }

    /// Takes a checked exception out of a transaction.
    private static final class ChainFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final ServletException failure;

        ChainFailed(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
