/// The page that shows what an import would do, row by row.
@NullMarked
package io.muster.server.imports.pages.review;

import org.jspecify.annotations.NullMarked;
