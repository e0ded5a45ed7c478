/// The tables of outgoing webhooks.
@NullMarked
package io.muster.server.notifications.webhooks.store;

import org.jspecify.annotations.NullMarked;
