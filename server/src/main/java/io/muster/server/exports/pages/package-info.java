/// The history of exports.
@NullMarked
package io.muster.server.exports.pages;

import org.jspecify.annotations.NullMarked;
