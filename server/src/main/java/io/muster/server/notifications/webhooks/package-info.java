/// Outgoing webhooks: programs of a tenant are told what happened, signed, and told again until
/// they have heard.
@NullMarked
package io.muster.server.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
