/// Digests: members are told by mail, daily or weekly, how a source is doing.
@NullMarked
package io.muster.server.notifications.digests;

import org.jspecify.annotations.NullMarked;
