/// Audit: who changed what and took what away, for ever after.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "tenants",
            "access"
        })
package io.muster.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
