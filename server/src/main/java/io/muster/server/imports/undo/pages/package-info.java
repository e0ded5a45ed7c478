/// Undo on the screens.
@NullMarked
package io.muster.server.imports.undo.pages;

import org.jspecify.annotations.NullMarked;
