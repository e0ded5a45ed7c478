/// Notices: members see on the pages what came of what they started.
@NullMarked
package io.muster.server.notifications.notices;

import org.jspecify.annotations.NullMarked;
