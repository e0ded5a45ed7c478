/// An import under way: read, map, decide, write, and go on after a crash.
@NullMarked
package io.muster.server.imports.run;

import org.jspecify.annotations.NullMarked;
