package io.muster.server.platform.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Hands every view its shell.
final class ShellInterceptor implements HandlerInterceptor {
    private final Viewers viewers;
    private final List<NavItem> nav;
    private final Assets assets;

    ShellInterceptor(Viewers viewers, List<NavItem> nav, Assets assets) {
        this.viewers = viewers;
        this.nav = List.copyOf(nav);
        this.assets = assets;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView result) {
        if (result != null && result.hasView() && !isRedirect(result)) {
            result.addObject("shell", shell(request));
        }
    }

    Shell shell(HttpServletRequest request) {
        String path = path(request);
        String query = request.getQueryString();
        return new Shell(
                viewers.of(request).orElse(null),
                path,
                query == null ? path : path + "?" + query,
                Theme.of(request),
                Csrf.of(request),
                nav,
                assets);
    }

    private static boolean isRedirect(ModelAndView result) {
        String name = result.getViewName();
        return name != null && (name.startsWith("redirect:") || name.startsWith("forward:"));
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}
