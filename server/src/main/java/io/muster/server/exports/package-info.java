/// Exports: contacts become a file that can be imported as it is.
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
            "contacts :: builder",
            "segments",
            "files",
            "jobs"
        })
package io.muster.server.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
