package io.muster.server.campaigns.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts campaigns into the main navigation.
@Configuration(proxyBeanMethods = false)
class CampaignsNavigation {
    @Bean
    @Order(30)
    NavItem campaignsNavItem() {
        return new NavItem("/campaigns", "speakerphone", "nav.campaigns");
    }
}
