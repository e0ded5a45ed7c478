@NullMarked
package io.muster.engine.outcome;

import org.jspecify.annotations.NullMarked;
