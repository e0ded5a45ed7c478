/// Taking an import back: what of each row can be undone, and what has to stay.
@NullMarked
package io.muster.engine.undo;

import org.jspecify.annotations.NullMarked;
