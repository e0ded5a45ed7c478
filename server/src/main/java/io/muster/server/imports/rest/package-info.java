/// Imports in the API.
@NullMarked
package io.muster.server.imports.rest;

import org.jspecify.annotations.NullMarked;
