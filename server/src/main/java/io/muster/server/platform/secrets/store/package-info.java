/// The table that ties a database to the secret of its installation.
@NullMarked
package io.muster.server.platform.secrets.store;

import org.jspecify.annotations.NullMarked;
