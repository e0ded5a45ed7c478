package io.muster.server.imports.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts imports into the main navigation.
@Configuration(proxyBeanMethods = false)
class ImportsNavigation {
    @Bean
    @Order(10)
    NavItem importsNavItem() {
        return new NavItem("/imports", "table-import", "nav.imports");
    }
}
