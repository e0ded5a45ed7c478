/// The demo: a tenant to try Muster with, and a messy file imported over the API as any program
/// would.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenants", "access"})
package io.muster.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
