/// Teams: whom a contact is looked after by, beside its owner.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "tenants", "access"})
package io.muster.server.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
