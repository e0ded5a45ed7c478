/// Outgoing webhooks for programs.
@NullMarked
package io.muster.server.notifications.webhooks.rest;

import org.jspecify.annotations.NullMarked;
