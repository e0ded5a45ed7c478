/// Contact import log: each attempted write from every source, and what became of it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: pages",
            "platform :: web",
            "tenants",
            "access",
            "fields",
            "contacts",
            "jobs",
            "imports"
        })
package io.muster.server.importlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
