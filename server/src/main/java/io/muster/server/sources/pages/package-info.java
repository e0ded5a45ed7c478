/// The pages of sources.
@NullMarked
package io.muster.server.sources.pages;

import org.jspecify.annotations.NullMarked;
