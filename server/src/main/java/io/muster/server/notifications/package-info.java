/// Notifications: tells people what came of what they started.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "platform :: secrets",
            "platform :: net",
            "tenants",
            "access",
            "imports",
            "importlog",
            "sources",
            "jobs"
        })
package io.muster.server.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
