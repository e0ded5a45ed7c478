/// Undo in the API.
@NullMarked
package io.muster.server.imports.undo.rest;

import org.jspecify.annotations.NullMarked;
