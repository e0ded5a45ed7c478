/// Files: keeps what was uploaded, byte for byte, under names that nobody can guess.
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.muster.server.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
