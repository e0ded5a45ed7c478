/// Custom fields over the API.
@NullMarked
package io.muster.server.fields.rest;

import org.jspecify.annotations.NullMarked;
