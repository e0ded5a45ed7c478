/// Tests of the way in.
@NullMarked
package io.muster.server.access.pages;

import org.jspecify.annotations.NullMarked;
