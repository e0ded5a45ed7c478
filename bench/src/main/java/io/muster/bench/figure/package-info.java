/// What is measured, one figure a class.
@NullMarked
package io.muster.bench.figure;

import org.jspecify.annotations.NullMarked;
