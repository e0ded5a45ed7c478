@NullMarked
package io.muster.server.access.idempotency;

import org.jspecify.annotations.NullMarked;
