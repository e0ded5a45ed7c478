/// What tests of the server share.
@NullMarked
package io.muster.server;

import org.jspecify.annotations.NullMarked;
