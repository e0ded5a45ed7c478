/// Imports on the screen.
@NullMarked
package io.muster.server.imports.pages;

import org.jspecify.annotations.NullMarked;
