/// Imports, deliveries and the row log in the database.
@NullMarked
package io.muster.server.imports.store;

import org.jspecify.annotations.NullMarked;
