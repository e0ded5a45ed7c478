/// The tables of the log, as they are read.
@NullMarked
package io.muster.server.importlog.store;

import org.jspecify.annotations.NullMarked;
