/// Measures Muster beside what it could at best be, and writes it down.
@NullMarked
package io.muster.bench;

import org.jspecify.annotations.NullMarked;
