/// Suppressions over the API.
@NullMarked
package io.muster.server.suppressions.rest;

import org.jspecify.annotations.NullMarked;
