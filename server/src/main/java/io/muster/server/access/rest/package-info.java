/// Calls of the API that concern access.
@NullMarked
package io.muster.server.access.rest;

import org.jspecify.annotations.NullMarked;
