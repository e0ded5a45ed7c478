/// Contacts in the database.
@NullMarked
package io.muster.server.contacts.store;

import org.jspecify.annotations.NullMarked;
