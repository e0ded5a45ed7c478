/// Repair: rows that went wrong are edited, fixed by the thousand, and tried again.
@NullMarked
package io.muster.server.imports.repair;

import org.jspecify.annotations.NullMarked;
