/// The files that are imported.
@NullMarked
package io.muster.bench.file;

import org.jspecify.annotations.NullMarked;
