/// The machinery of pages: templates, the shell around them, texts, icons and assets.
@NullMarked
@NamedInterface("pages")
package io.muster.server.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
