/// What readers and rules make of any bytes at all. A fuzzer calls each target for as long as it is
/// let; the normal suite only goes through what is kept in `resources/fuzz`.
@NullMarked
package io.muster.engine.fuzz;

import org.jspecify.annotations.NullMarked;
