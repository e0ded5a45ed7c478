/// The table of custom fields.
@NullMarked
package io.muster.server.fields.store;

import org.jspecify.annotations.NullMarked;
