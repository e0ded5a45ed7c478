/// Exports over the API.
@NullMarked
package io.muster.server.exports.rest;

import org.jspecify.annotations.NullMarked;
