/// Contacts: whom a tenant knows.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "platform :: secrets",
            "tenants",
            "access",
            "fields",
            "teams"
        })
package io.muster.server.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
