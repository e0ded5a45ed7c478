/// Tests of how a review is shown.
@NullMarked
package io.muster.server.imports.pages.review;

import org.jspecify.annotations.NullMarked;
