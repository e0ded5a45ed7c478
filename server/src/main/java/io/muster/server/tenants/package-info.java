/// Tenants: whose data it is. Every transaction on tenant data begins here.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web"})
package io.muster.server.tenants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
