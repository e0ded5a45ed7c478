/// Jobs: work that outlives a request, done once, by one node at a time.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenants"})
package io.muster.server.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
