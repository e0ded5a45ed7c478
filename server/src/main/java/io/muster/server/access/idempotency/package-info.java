/// A POST that is sent again is answered again, not carried out again.
@NullMarked
package io.muster.server.access.idempotency;

import org.jspecify.annotations.NullMarked;
