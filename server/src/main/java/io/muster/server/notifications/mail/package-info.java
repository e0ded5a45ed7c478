/// Mail, and what it leads to.
@NullMarked
package io.muster.server.notifications.mail;

import org.jspecify.annotations.NullMarked;
