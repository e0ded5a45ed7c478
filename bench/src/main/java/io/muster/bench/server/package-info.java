/// A real Muster in a process of its own, seen from outside.
@NullMarked
package io.muster.bench.server;

import org.jspecify.annotations.NullMarked;
