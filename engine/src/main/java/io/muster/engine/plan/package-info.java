/// What one import is told to do, and the mapper and decider made of it.
@NullMarked
package io.muster.engine.plan;

import org.jspecify.annotations.NullMarked;
