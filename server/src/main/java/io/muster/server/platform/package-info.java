/// The ground everything stands on: configuration, the database and its pools, the clock.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.muster.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
