/// The pages of outgoing webhooks.
@NullMarked
package io.muster.server.notifications.webhooks.pages;

import org.jspecify.annotations.NullMarked;
