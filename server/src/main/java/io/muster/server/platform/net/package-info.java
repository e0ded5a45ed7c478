/// Connections that the server itself opens, to places that tenants have named.
@NullMarked
@NamedInterface("net")
package io.muster.server.platform.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
