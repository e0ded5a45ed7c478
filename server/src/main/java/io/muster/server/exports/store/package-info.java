/// The table of exports.
@NullMarked
package io.muster.server.exports.store;

import org.jspecify.annotations.NullMarked;
