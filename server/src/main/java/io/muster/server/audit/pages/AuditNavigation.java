package io.muster.server.audit.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts the trail into the main navigation.
@Configuration(proxyBeanMethods = false)
class AuditNavigation {
    @Bean
    @Order(90)
    NavItem auditNavItem() {
        return new NavItem(AuditQuestion.PATH, "history", "nav.audit");
    }
}
