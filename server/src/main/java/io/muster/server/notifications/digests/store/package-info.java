/// Which digests members want, and which were sent.
@NullMarked
package io.muster.server.notifications.digests.store;

import org.jspecify.annotations.NullMarked;
