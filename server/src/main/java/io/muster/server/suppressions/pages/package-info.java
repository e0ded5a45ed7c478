/// The page of the suppression list.
@NullMarked
package io.muster.server.suppressions.pages;

import org.jspecify.annotations.NullMarked;
