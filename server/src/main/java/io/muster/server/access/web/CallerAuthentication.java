package io.muster.server.access.web;

import io.muster.server.access.Caller;
import io.muster.server.access.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Carries who has been recognised through Spring Security, which asks for this form.
final class CallerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    private final transient Object principal;

    private CallerAuthentication(Object principal) {
        super(List.of());
        this.principal = principal;
        setAuthenticated(true);
    }

    static CallerAuthentication of(Caller caller) {
        return new CallerAuthentication(caller);
    }

    static CallerAuthentication of(Operator operator) {
        return new CallerAuthentication(operator);
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return principal instanceof Caller caller ? caller.id().toString() : "operator";
    }
}
