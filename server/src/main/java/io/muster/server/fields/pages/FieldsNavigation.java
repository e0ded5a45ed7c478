package io.muster.server.fields.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts custom fields into the main navigation.
@Configuration(proxyBeanMethods = false)
class FieldsNavigation {
    @Bean
    @Order(55)
    NavItem fieldsNavItem() {
        return new NavItem("/fields", "forms", "nav.fields");
    }
}
