/// What people do to the rows of a file: edits that lie over it, and fixes of many rows at once.
@NullMarked
package io.muster.engine.repair;

import org.jspecify.annotations.NullMarked;
