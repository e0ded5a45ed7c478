/// The trail for people.
@NullMarked
package io.muster.server.audit.pages;

import org.jspecify.annotations.NullMarked;
