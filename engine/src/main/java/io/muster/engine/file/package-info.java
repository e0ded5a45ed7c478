/// Bytes become rows: encodings, delimiters, headers and limits.
@NullMarked
package io.muster.engine.file;

import org.jspecify.annotations.NullMarked;
