/// Campaigns: whom to reach, who has come in by import, and whether it is safe to begin.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "tenants",
            "access",
            "contacts",
            "suppressions",
            "imports"
        })
package io.muster.server.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
