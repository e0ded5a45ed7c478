@NullMarked
package io.muster.server.imports.run;

import org.jspecify.annotations.NullMarked;
