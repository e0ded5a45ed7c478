@NullMarked
package io.muster.server.platform;

import org.jspecify.annotations.NullMarked;
