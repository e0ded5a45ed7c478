/// What of an import can be undone, case by case.
@NullMarked
package io.muster.engine.undo;

import org.jspecify.annotations.NullMarked;
