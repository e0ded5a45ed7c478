/// The engine against a slow, obvious, one-row-at-a-time reading of the semantics.
@NullMarked
package io.muster.engine.oracle;

import org.jspecify.annotations.NullMarked;
