/// Repair for people: what keeps rows out, and how to mend it on the spot.
@NullMarked
package io.muster.server.imports.repair.pages;

import org.jspecify.annotations.NullMarked;
