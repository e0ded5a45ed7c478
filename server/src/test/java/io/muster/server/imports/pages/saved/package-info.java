/// Tests of the pages of saved mappings.
@NullMarked
package io.muster.server.imports.pages.saved;

import org.jspecify.annotations.NullMarked;
