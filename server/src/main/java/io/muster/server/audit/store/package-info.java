/// Where the trail is kept.
@NullMarked
package io.muster.server.audit.store;

import org.jspecify.annotations.NullMarked;
