@NullMarked
package io.muster.server.files;

import org.jspecify.annotations.NullMarked;
