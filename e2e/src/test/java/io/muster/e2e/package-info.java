/// The product as people meet it: a real server, a real browser.
@NullMarked
package io.muster.e2e;

import org.jspecify.annotations.NullMarked;
