/// Segments: contacts by a filter that has a name, counted live.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "tenants",
            "access",
            "fields",
            "teams",
            "contacts",
            "contacts :: filter",
            "contacts :: builder"
        })
package io.muster.server.segments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
