/// Tests of the import pages without scripts.
@NullMarked
package io.muster.server.imports.pages;

import org.jspecify.annotations.NullMarked;
