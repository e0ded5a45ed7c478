/// What undoing an import reads from the log, and writes to it.
@NullMarked
package io.muster.server.imports.undo.store;

import org.jspecify.annotations.NullMarked;
