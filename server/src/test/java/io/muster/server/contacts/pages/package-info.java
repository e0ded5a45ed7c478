/// Tests of the pages of contacts.
@NullMarked
package io.muster.server.contacts.pages;

import org.jspecify.annotations.NullMarked;
