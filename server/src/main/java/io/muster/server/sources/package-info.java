/// Sources: systems that push contacts, and what becomes of what they push.
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
            "fields",
            "contacts",
            "files",
            "jobs",
            "imports"
        })
package io.muster.server.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
