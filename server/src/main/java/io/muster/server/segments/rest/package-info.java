/// Segments over the API.
@NullMarked
package io.muster.server.segments.rest;

import org.jspecify.annotations.NullMarked;
