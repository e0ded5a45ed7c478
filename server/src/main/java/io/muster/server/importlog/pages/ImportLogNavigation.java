package io.muster.server.importlog.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts the log into the main navigation.
@Configuration(proxyBeanMethods = false)
class ImportLogNavigation {
    @Bean
    @Order(20)
    NavItem importLogNavItem() {
        return new NavItem("/import-log", "list-search", "nav.import_log");
    }
}
