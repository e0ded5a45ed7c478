/// The page on which members choose their digests.
@NullMarked
package io.muster.server.notifications.digests.pages;

import org.jspecify.annotations.NullMarked;
