/// Which contacts are meant: filters over their fields, as segments keep them and exports use them.
@NullMarked
@NamedInterface("filter")
package io.muster.server.contacts.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
