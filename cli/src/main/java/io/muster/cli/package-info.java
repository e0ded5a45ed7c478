/// Imports from a terminal or a script, over the public API and nothing else.
@NullMarked
package io.muster.cli;

import org.jspecify.annotations.NullMarked;
