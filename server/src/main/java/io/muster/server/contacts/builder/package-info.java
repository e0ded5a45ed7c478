/// Filters as people build them: in a form of selects and values that works without scripts.
@NullMarked
@NamedInterface("builder")
package io.muster.server.contacts.builder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
