/// The list of contacts and the page of one.
@NullMarked
package io.muster.server.contacts.pages;

import org.jspecify.annotations.NullMarked;
