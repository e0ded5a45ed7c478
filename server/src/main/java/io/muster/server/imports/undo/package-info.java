/// Undo: an import is taken back, as far as nobody has built on it since.
@NullMarked
package io.muster.server.imports.undo;

import org.jspecify.annotations.NullMarked;
