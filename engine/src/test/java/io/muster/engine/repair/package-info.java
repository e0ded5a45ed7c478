@NullMarked
package io.muster.engine.repair;

import org.jspecify.annotations.NullMarked;
