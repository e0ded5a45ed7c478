/// Proofs of imports: each of them through the whole server, each checked by the same invariants.
@NullMarked
package io.muster.server.imports;

import org.jspecify.annotations.NullMarked;
