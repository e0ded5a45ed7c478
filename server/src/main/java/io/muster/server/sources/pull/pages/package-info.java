/// The pages of scheduled pulls.
@NullMarked
package io.muster.server.sources.pull.pages;

import org.jspecify.annotations.NullMarked;
