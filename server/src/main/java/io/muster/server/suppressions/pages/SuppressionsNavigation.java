package io.muster.server.suppressions.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts the suppression list into the main navigation.
@Configuration(proxyBeanMethods = false)
class SuppressionsNavigation {
    @Bean
    @Order(50)
    NavItem suppressionsNavItem() {
        return new NavItem("/suppressions", "ban", "nav.suppressions");
    }
}
