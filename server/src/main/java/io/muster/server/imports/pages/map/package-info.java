/// The step in which columns are mapped to fields.
@NullMarked
package io.muster.server.imports.pages.map;

import org.jspecify.annotations.NullMarked;
