/// Saved mappings for people.
@NullMarked
package io.muster.server.imports.pages.saved;

import org.jspecify.annotations.NullMarked;
