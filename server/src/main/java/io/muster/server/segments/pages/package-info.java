/// The pages of segments, and the builder of their filters.
@NullMarked
package io.muster.server.segments.pages;

import org.jspecify.annotations.NullMarked;
