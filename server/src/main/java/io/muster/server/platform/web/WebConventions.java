package io.muster.server.platform.web;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;

/// Puts the conventions in force.
@Configuration(proxyBeanMethods = false)
class WebConventions implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingArgument());
    }

    /// Names are in snake case, and what we do not understand is refused instead of overlooked.
    @Bean
    JsonMapperBuilderCustomizer jsonConventions() {
        return json ->
                json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    @Bean
    BodyLimits bodyLimits(@Value("${muster.limits.file-bytes:2GB}") DataSize file) {
        return new BodyLimits(file.toBytes());
    }

    /// Ahead of everything that might read, sign-in included.
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            BodyLimits limits, ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /// A client that asks before it sends (`Expect: 100-continue`) is told to go on only when
    /// something really reads, so a refused upload never travels.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> continueOnRead() {
        return tomcat ->
                tomcat.addConnectorCustomizers(
                        connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }
}
