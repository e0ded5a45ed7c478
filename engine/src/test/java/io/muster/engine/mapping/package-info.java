@NullMarked
package io.muster.engine.mapping;

import org.jspecify.annotations.NullMarked;
