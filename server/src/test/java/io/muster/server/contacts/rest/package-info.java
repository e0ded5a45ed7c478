/// Tests of contacts over the API.
@NullMarked
package io.muster.server.contacts.rest;

import org.jspecify.annotations.NullMarked;
