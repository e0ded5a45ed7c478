/// The table of suppressed values.
@NullMarked
package io.muster.server.suppressions.store;

import org.jspecify.annotations.NullMarked;
