package io.muster.server.exports.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts exports into the main navigation.
@Configuration(proxyBeanMethods = false)
class ExportsNavigation {
    @Bean
    @Order(45)
    NavItem exportsNavItem() {
        return new NavItem("/exports", "file-export", "nav.exports");
    }
}
