/// The tables of sources.
@NullMarked
package io.muster.server.sources.store;

import org.jspecify.annotations.NullMarked;
