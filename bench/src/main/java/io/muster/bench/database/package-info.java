/// The peers: the same rows, written by simpler means into the same PostgreSQL.
@NullMarked
package io.muster.bench.database;

import org.jspecify.annotations.NullMarked;
