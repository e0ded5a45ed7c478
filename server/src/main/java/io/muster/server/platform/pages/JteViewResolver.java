package io.muster.server.platform.pages;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the template for a view's name, `contacts/list.jte` for `contacts/list`, and hands it its
/// shell as the parameter `shell`.
final class JteViewResolver implements ViewResolver, Ordered {
    private final TemplateEngine engine;
    private final Shells shells;

    JteViewResolver(TemplateEngine engine, Shells shells) {
        this.engine = engine;
        this.shells = shells;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new Page(template) : null;
    }

    /// Renders into memory first, so that a template that fails leaves no half page behind.
    private final class Page implements View {
        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var output = new Utf8ByteOutput();
            Map<String, Object> parameters = new HashMap<>(model == null ? Map.of() : model);
            parameters.put("shell", shells.of(request));
            engine.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
