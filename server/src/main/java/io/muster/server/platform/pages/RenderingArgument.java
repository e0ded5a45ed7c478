package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controllers their [Rendering], and tells caches that the answer depends on it.
final class RenderingArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Rendering.class;
    }

    @Override
    public Rendering resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class))
                .addHeader(HttpHeaders.VARY, "HX-Request");
        return Rendering.of(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
    }
}
