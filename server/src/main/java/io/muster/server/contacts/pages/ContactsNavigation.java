package io.muster.server.contacts.pages;

import io.muster.server.platform.pages.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Puts contacts into the main navigation.
@Configuration(proxyBeanMethods = false)
class ContactsNavigation {
    @Bean
    @Order(20)
    NavItem contactsNavItem() {
        return new NavItem("/contacts", "users", "nav.contacts");
    }
}
