/// Which emails are to be sent, and which were.
@NullMarked
package io.muster.server.notifications.store;

import org.jspecify.annotations.NullMarked;
