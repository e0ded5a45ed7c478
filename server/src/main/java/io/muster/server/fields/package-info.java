/// Custom fields: what a tenant keeps about its contacts beyond the standard.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenants"})
package io.muster.server.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
