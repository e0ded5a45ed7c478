package io.muster.server.notifications.webhooks.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts webhooks into the main navigation.
@Configuration(proxyBeanMethods = false)
class WebhooksNavigation {
    @Bean
    @Order(70)
    NavItem webhooksNavItem() {
        return new NavItem("/webhooks", "webhook", "nav.webhooks");
    }
}
