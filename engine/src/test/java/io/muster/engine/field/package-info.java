@NullMarked
package io.muster.engine.field;

import org.jspecify.annotations.NullMarked;
