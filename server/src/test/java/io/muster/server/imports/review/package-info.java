@NullMarked
package io.muster.server.imports.review;

import org.jspecify.annotations.NullMarked;
