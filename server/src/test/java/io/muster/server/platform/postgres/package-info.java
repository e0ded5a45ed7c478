@NullMarked
package io.muster.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
