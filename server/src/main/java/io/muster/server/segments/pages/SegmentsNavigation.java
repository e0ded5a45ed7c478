package io.muster.server.segments.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts segments into the main navigation.
@Configuration(proxyBeanMethods = false)
class SegmentsNavigation {
    @Bean
    @Order(25)
    NavItem segmentsNavItem() {
        return new NavItem("/segments", "filter", "nav.segments");
    }
}
