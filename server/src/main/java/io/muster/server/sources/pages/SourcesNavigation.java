package io.muster.server.sources.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts sources into the main navigation.
@Configuration(proxyBeanMethods = false)
class SourcesNavigation {
    @Bean
    @Order(60)
    NavItem sourcesNavItem() {
        return new NavItem("/sources", "plug-connected", "nav.sources");
    }
}
