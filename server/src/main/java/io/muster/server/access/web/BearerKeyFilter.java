package io.muster.server.access.web;

import io.muster.server.access.ApiKeys;
import io.muster.server.access.BearerToken;
import io.muster.server.access.KeySecret;
import io.muster.server.access.Operator;
import io.muster.server.access.idempotency.IdempotencyKey;
import io.muster.server.tenants.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises who calls the API by the key in the Authorization header, and by nothing else.
final class BearerKeyFilter extends OncePerRequestFilter {
    private final ApiKeys keys;
    private final @Nullable String operatorKey;
    private final ApiDoor door;

    BearerKeyFilter(ApiKeys keys, @Nullable String operatorKey, ApiDoor door) {
        this.keys = keys;
        this.operatorKey = operatorKey;
        this.door = door;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<KeySecret> shown = BearerToken.of(request);
        if (shown.isPresent()) {
            Optional<CallerAuthentication> caller = recognise(shown.get(), request);
            if (caller.isEmpty()) {
                var refused = new BadCredentialsException(reason(shown.get()));
                door.commence(request, response, refused);
                return;
            }
            SecurityContextHolder.setContext(new SecurityContextImpl(caller.get()));
        }
        chain.doFilter(request, response);
    }

    private Optional<CallerAuthentication> recognise(KeySecret shown, HttpServletRequest request) {
        if (operatorKey != null && shown.equalsSecret(operatorKey)) {
            TenantId next =
                    IdempotencyKey.of(request, shown)
                            .map(IdempotencyKey::tenant)
                            .orElseGet(TenantId::next);
            return Optional.of(CallerAuthentication.of(new Operator(next)));
        }
        return keys.authenticate(shown).map(CallerAuthentication::of);
    }

    private static String reason(KeySecret shown) {
        return shown.isMistyped()
                ? "The API key is incomplete or mistyped."
                : "The API key is unknown, expired or revoked.";
    }
}
