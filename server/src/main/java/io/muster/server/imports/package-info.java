/// Imports: a file becomes contacts, and each row's fate is known.
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
            "suppressions",
            "files",
            "jobs"
        })
package io.muster.server.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
