/// Keeps the embedded PostgreSQL: durable, password-protected, and never mistaken for another.
@NullMarked
package io.muster.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
