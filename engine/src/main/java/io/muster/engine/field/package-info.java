/// What a cell may hold: one rule per kind of field.
@NullMarked
package io.muster.engine.field;

import org.jspecify.annotations.NullMarked;
