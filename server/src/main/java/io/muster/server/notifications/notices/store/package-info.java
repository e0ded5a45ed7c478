/// The table of notices.
@NullMarked
package io.muster.server.notifications.notices.store;

import org.jspecify.annotations.NullMarked;
