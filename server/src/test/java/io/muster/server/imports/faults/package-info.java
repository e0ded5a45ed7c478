/// Proofs by real kills: servers in JVMs of their own and a PostgreSQL of the test's own, ended in the
/// middle of imports whose outcome is known to the row.
@NullMarked
package io.muster.server.imports.faults;

import org.jspecify.annotations.NullMarked;
