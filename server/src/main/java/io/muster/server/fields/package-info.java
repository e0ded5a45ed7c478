/// Custom fields: what a tenant keeps about contacts beside the standard fields.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "tenants",
            "access"
        })
package io.muster.server.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
