/// Custom fields in the database.
@NullMarked
package io.muster.server.fields.store;

import org.jspecify.annotations.NullMarked;
