/// Access: who calls, for which tenant, and what they may do.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "platform :: secrets",
            "tenants"
        })
package io.muster.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
