/// Columns become fields: targets, suggestions, problems and the mapped row.
@NullMarked
package io.muster.engine.mapping;

import org.jspecify.annotations.NullMarked;
