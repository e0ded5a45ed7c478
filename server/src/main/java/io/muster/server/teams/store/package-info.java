/// Teams in the database.
@NullMarked
package io.muster.server.teams.store;

import org.jspecify.annotations.NullMarked;
