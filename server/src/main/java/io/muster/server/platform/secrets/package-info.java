/// Secrets of the installation, and what is kept so that only it can read or match it.
@NullMarked
@NamedInterface("secrets")
package io.muster.server.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
