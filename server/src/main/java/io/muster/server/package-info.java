/// The server: who imports what, and when.
@NullMarked
package io.muster.server;

import org.jspecify.annotations.NullMarked;
