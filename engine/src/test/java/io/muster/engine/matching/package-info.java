/// Shows case by case which contact a row is, and what becomes of it.
@NullMarked
package io.muster.engine.matching;

import org.jspecify.annotations.NullMarked;
