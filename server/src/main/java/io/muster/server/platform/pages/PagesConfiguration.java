package io.muster.server.platform.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Wires the templates, the shell and the assets into the web layer.
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {
    @Bean
    TemplateEngine templateEngine() {
        return precompiled();
    }

    static TemplateEngine precompiled() {
        return TemplateEngine.createPrecompiled(
                null,
                ContentType.Html,
                PagesConfiguration.class.getClassLoader(),
                "io.muster.server.templates");
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine, Shells shells) {
        return new JteViewResolver(engine, shells);
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Shells shells(
            Viewers viewers,
            ObjectProvider<NavItem> nav,
            ObjectProvider<Bell> bell,
            Assets assets) {
        Bell news = bell.getIfAvailable(() -> OptionalLong::empty);
        return new Shells(viewers, nav.orderedStream().toList(), news, assets);
    }

    @Bean
    WebMvcConfigurer pageConventions(Assets assets) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RenderingArgument());
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                var forEver = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
                registry.addResourceHandler(assets.root() + "**")
                        .addResourceLocations("classpath:/assets/")
                        .setCacheControl(forEver);
                registry.addResourceHandler("/webjars/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .setCacheControl(forEver);
            }
        };
    }
}
