/// The tables of scheduled pulls.
@NullMarked
package io.muster.server.sources.pull.store;

import org.jspecify.annotations.NullMarked;
