/// The table of segments.
@NullMarked
package io.muster.server.segments.store;

import org.jspecify.annotations.NullMarked;
