/// Tests of the machinery of pages.
@NullMarked
package io.muster.server.platform.pages;

import org.jspecify.annotations.NullMarked;
