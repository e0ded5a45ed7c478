/// The bell on each page, and the list behind it.
@NullMarked
package io.muster.server.notifications.notices.pages;

import org.jspecify.annotations.NullMarked;
