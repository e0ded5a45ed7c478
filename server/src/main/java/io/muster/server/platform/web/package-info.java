/// How every feature speaks HTTP: problems, pages of lists, cursors, limits of a body.
@NullMarked
@NamedInterface("web")
package io.muster.server.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
