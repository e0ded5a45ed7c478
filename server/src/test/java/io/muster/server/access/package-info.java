@NullMarked
package io.muster.server.access;

import org.jspecify.annotations.NullMarked;
