@NullMarked
package io.muster.engine.report;

import org.jspecify.annotations.NullMarked;
