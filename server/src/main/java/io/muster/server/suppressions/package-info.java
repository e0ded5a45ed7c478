/// Suppressions: who must not be contacted, by phone, email or email domain.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "platform :: secrets",
            "tenants",
            "access",
            "contacts"
        })
package io.muster.server.suppressions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
