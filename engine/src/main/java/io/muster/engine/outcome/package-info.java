/// What happened to a row: sealed outcomes and the one catalogue of codes.
@NullMarked
package io.muster.engine.outcome;

import org.jspecify.annotations.NullMarked;
