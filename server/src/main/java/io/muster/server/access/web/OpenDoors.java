package io.muster.server.access.web;

import io.muster.server.access.web.RouteRules.Verdict;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;

/// Tells whether a page would open to whoever makes the request at hand.
public final class OpenDoors {
    private OpenDoors() {}

    public static boolean isOpen(String path) {
        return RouteRules.find(HttpMethod.GET, path) instanceof Verdict.Ruled(RouteAccess access)
                && RouteGuard.passes(
                        access, () -> SecurityContextHolder.getContext().getAuthentication());
    }
}
