package io.muster.server.access.web;

import io.muster.server.access.Caller;
import io.muster.server.access.Operator;
import io.muster.server.access.Sight;
import io.muster.server.access.web.RouteRules.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Lets a request pass if {@link RouteRules} says so; whatever it does not speak of stays shut.
final class RouteGuard implements AuthorizationManager<RequestAuthorizationContext> {

    static Verdict verdict(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return RouteRules.find(HttpMethod.valueOf(request.getMethod()), path);
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                switch (verdict(context.getRequest())) {
                    case Verdict.Ruled(RouteAccess access) -> passes(access, authentication);
                    case Verdict.WrongMethod wrong -> false;
                    case Verdict.Unknown unknown -> false;
                });
    }

    static boolean passes(
            RouteAccess access, Supplier<? extends @Nullable Authentication> authentication) {
        return switch (access) {
            case RouteAccess.Open open -> true;
            case RouteAccess.Known known -> principal(authentication) instanceof Caller;
            case RouteAccess.Allowed(var scope) ->
                    principal(authentication) instanceof Caller caller && caller.may(scope);
            case RouteAccess.Seeing(var scope) ->
                    principal(authentication) instanceof Caller caller
                            && caller.may(scope)
                            && Sight.of(caller).isWhole();
            case RouteAccess.OperatorOnly only -> principal(authentication) instanceof Operator;
        };
    }

    private static @Nullable Object principal(
            Supplier<? extends @Nullable Authentication> authentication) {
        Authentication found = authentication.get();
        return found == null ? null : found.getPrincipal();
    }
}
