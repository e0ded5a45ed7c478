/// Proofs that files are read as they should be.
@NullMarked
package io.muster.engine.file;

import org.jspecify.annotations.NullMarked;
