/// Where a dry run keeps the contacts it has met: scratch files, so that memory does not grow with
/// what is imported.
@NullMarked
package io.muster.server.contacts.dry;

import org.jspecify.annotations.NullMarked;
