/// Tests of contacts.
@NullMarked
package io.muster.server.contacts;

import org.jspecify.annotations.NullMarked;
