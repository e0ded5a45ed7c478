package io.muster.server.platform.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// Makes the shell of each page, error pages included.
final class Shells {
    private final Viewers viewers;
    private final List<NavItem> nav;
    private final Bell bell;
    private final Assets assets;

    Shells(Viewers viewers, List<NavItem> nav, Bell bell, Assets assets) {
        this.viewers = viewers;
        this.nav = List.copyOf(nav);
        this.bell = bell;
        this.assets = assets;
    }

    Shell of(HttpServletRequest request) {
        String path = path(request);
        String query = request.getQueryString();
        return new Shell(
                viewers.of(request).orElse(null),
                path,
                query == null ? path : path + "?" + query,
                Theme.of(request),
                Csrf.of(request),
                nav.stream().filter(item -> viewers.mayOpen(item.path())).toList(),
                bell,
                assets);
    }

    /// While an error is shown, the request's own address is that of the error page.
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}
