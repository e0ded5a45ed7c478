package io.muster.server.access.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts members and API keys into the main navigation.
@Configuration(proxyBeanMethods = false)
class AccessNavigation {
    @Bean
    @Order(80)
    NavItem membersNavItem() {
        return new NavItem("/members", "users-group", "nav.members");
    }

    @Bean
    @Order(81)
    NavItem keysNavItem() {
        return new NavItem("/api-keys", "key", "nav.keys");
    }
}
