/// The table of contacts, for reading and for single changes.
@NullMarked
package io.muster.server.contacts.store;

import org.jspecify.annotations.NullMarked;
